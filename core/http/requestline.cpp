// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requestline.h"

#include "http/token.h"

#include <algorithm>
#include <array>

namespace linewatch::http {

namespace {

constexpr qsizetype longestMethod = 32;
constexpr qsizetype versionLength = 8; // HTTP/1.1
constexpr std::array servedMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

Problem noHttp()
{
    return {.status = 400, .detail = QStringLiteral("The request line is not that of an HTTP request.")};
}

Problem unknownMethod()
{
    return {.status = 501, .detail = QStringLiteral("This server does not know the request method.")};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

RequestLine::RequestLine(qsizetype targetLimit) : m_targetLimit(targetLimit) { }

std::optional<Problem> RequestLine::take(char byte)
{
    switch (m_part) {
    case Part::Method:
        return takeOfMethod(byte);
    case Part::Target:
        return takeOfTarget(byte);
    case Part::Version:
        break;
    }
    return takeOfVersion(byte);
}

std::optional<Problem> RequestLine::takeOfMethod(char byte)
{
    if (byte == ' ' && !m_method.isEmpty()) {
        m_part = Part::Target;
        return std::nullopt;
    }
    if (!isTokenCharacter(byte))
        return noHttp();
    if (m_method.size() == longestMethod)
        return unknownMethod();
    m_method.append(byte);
    return std::nullopt;
}

std::optional<Problem> RequestLine::takeOfTarget(char byte)
{
    if (byte == ' ' && !m_target.isEmpty()) {
        m_part = Part::Version;
        return std::nullopt;
    }
    // A fragment is never sent (RFC 9112, 3.2).
    if (byte <= ' ' || byte >= '\x7f' || byte == '#')
        return noHttp();
    if (m_target.size() == m_targetLimit) {
        return Problem{.status = 414,
                       .detail =
                           QStringLiteral("The request target is longer than %1 bytes.").arg(m_targetLimit)};
    }
    m_target.append(byte);
    return std::nullopt;
}

std::optional<Problem> RequestLine::takeOfVersion(char byte)
{
    if (m_version.size() == versionLength)
        return noHttp();
    m_version.append(byte);
    return std::nullopt;
}

std::optional<Problem> RequestLine::end() const
{
    const bool isHttp = m_version.size() == versionLength && m_version.startsWith("HTTP/")
        && isDigit(m_version[5]) && m_version[6] == '.' && isDigit(m_version[7]);
    if (!isHttp)
        return noHttp();
    if (m_version != "HTTP/1.1" && m_version != "HTTP/1.0")
        return Problem{.status = 505, .detail = QStringLiteral("This server speaks HTTP/1.1 and HTTP/1.0.")};
    if (std::none_of(servedMethods.begin(), servedMethods.end(),
                     [this](const char *served) { return m_method == served; })) {
        return unknownMethod();
    }
    return std::nullopt;
}

} // namespace linewatch::http
