// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/headrules.h"

#include "http/token.h"

#include <algorithm>

namespace linewatch::http {

namespace {

qsizetype count(const Headers &headers, QByteArrayView name)
{
    const auto &fields = headers.fields();
    return std::count_if(fields.begin(), fields.end(), [name](const Headers::Field &field) {
        return field.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool isHostCharacter(char c)
{
    const bool delimiter = QByteArrayView(",/?#@\\\"<>^`{|}").contains(c);
    return c > ' ' && c < '\x7f' && !delimiter;
}

std::optional<Problem> judgeHost(const Headers &headers, int minorVersion)
{
    const qsizetype hosts = count(headers, "Host");
    if (hosts > 1 || (hosts == 0 && minorVersion > 0))
        return Problem{.status = 400, .detail = QStringLiteral("A request has exactly one Host header.")};
    const QByteArray host = headers.value("Host").value_or(QByteArray());
    if (!std::all_of(host.begin(), host.end(), isHostCharacter))
        return Problem{.status = 400, .detail = QStringLiteral("The Host header is no host name.")};
    return std::nullopt;
}

bool hasEmptyName(const Headers &headers)
{
    const auto &fields = headers.fields();
    return std::any_of(fields.begin(), fields.end(),
                       [](const Headers::Field &field) { return field.first.isEmpty(); });
}

/** Anything that another server on the way might read as a message of another length is refused. */
std::optional<Problem> judgeFraming(const Headers &headers, int minorVersion)
{
    const qsizetype lengths = count(headers, "Content-Length");
    const bool hasCoding = count(headers, "Transfer-Encoding") > 0;
    if (lengths > 1 || (lengths > 0 && hasCoding))
        return Problem{.status = 400, .detail = QStringLiteral("The length of the body is given twice.")};
    const bool chunked = headers.joined("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) == 0;
    if (hasCoding && (!chunked || minorVersion == 0))
        return Problem{.status = 400,
                       .detail = QStringLiteral("The only Transfer-Encoding is chunked, in HTTP/1.1.")};
    return std::nullopt;
}

std::optional<ContentCoding> contentCoding(const Headers &headers)
{
    const QByteArray name = headers.joined("Content-Encoding").toLower();
    if (name.isEmpty() || name == "identity")
        return ContentCoding::Identity;
    if (name == "gzip" || name == "x-gzip")
        return ContentCoding::Gzip;
    return std::nullopt;
}

bool keepsAlive(const Headers &headers, int minorVersion)
{
    const QByteArray options = headers.joined("Connection");
    if (listsToken(options, "close"))
        return false;
    return minorVersion > 0 || listsToken(options, "keep-alive");
}

} // namespace

std::variant<HeadFacts, Problem> judgeHead(const Headers &headers, int minorVersion, quint64 contentLength,
                                           const Limits &limits)
{
    if (hasEmptyName(headers))
        return Problem{.status = 400, .detail = QStringLiteral("A header has no name.")};
    if (const auto problem = judgeHost(headers, minorVersion))
        return *problem;
    if (const auto problem = judgeFraming(headers, minorVersion))
        return *problem;
    if (contentLength > static_cast<quint64>(limits.bodyBytes))
        return bodyTooLarge(limits);
    const auto coding = contentCoding(headers);
    if (!coding)
        return Problem{.status = 415, .detail = QStringLiteral("The only Content-Encoding is gzip.")};

    HeadFacts facts;
    facts.keepAlive = keepsAlive(headers, minorVersion);
    facts.chunked = count(headers, "Transfer-Encoding") > 0;
    facts.coding = *coding;
    // HTTP/1.0 knows no interim answers, so its expectations count for nothing (RFC 9110, 10.1.1).
    const QByteArray expectation = minorVersion > 0 ? headers.joined("Expect") : QByteArray();
    facts.expectsContinue = expectation.compare("100-continue", Qt::CaseInsensitive) == 0;
    if (!expectation.isEmpty() && !facts.expectsContinue)
        return Problem{.status = 417, .detail = QStringLiteral("The only expectation met is 100-continue.")};
    return facts;
}

Problem bodyTooLarge(const Limits &limits)
{
    return {.status = 413,
            .detail = QStringLiteral("The body is larger than %1 bytes.").arg(limits.bodyBytes)};
}

} // namespace linewatch::http
