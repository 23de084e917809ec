// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httpanswer.h"

#include <QRegularExpression>

#include <algorithm>

namespace linewatch::test {

namespace {

AnswerParse broken(const QString &fault)
{
    AnswerParse parse;
    parse.state = AnswerParse::State::Broken;
    parse.fault = fault;
    return parse;
}

bool hasNoBody(const HttpAnswer &answer, bool toHead)
{
    return toHead || answer.isInterim() || answer.status == 204 || answer.status == 304;
}

qsizetype countHeaders(const HttpAnswer &answer, QByteArrayView name)
{
    return std::count_if(answer.headers.begin(), answer.headers.end(), [name](const auto &field) {
        return QByteArrayView(field.first).compare(name, Qt::CaseInsensitive) == 0;
    });
}

/** Fills status and headers from the lines before the empty one; the fault when they break the grammar. */
QString readHead(const QByteArray &head, HttpAnswer &answer)
{
    static const QRegularExpression statusLine(QStringLiteral("^HTTP/1\\.[01] ([1-5][0-9][0-9]) [ -~]*$"));
    static const QRegularExpression field(
        QStringLiteral("^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n]*?)[ \t]*$"));
    const QStringList lines = QString::fromLatin1(head).split(QStringLiteral("\r\n"));
    const QRegularExpressionMatch status = statusLine.match(lines.first());
    if (!status.hasMatch())
        return QStringLiteral("status line: ") + lines.first();
    answer.status = status.captured(1).toInt();
    for (const QString &line : lines.mid(1)) {
        const QRegularExpressionMatch match = field.match(line);
        if (!match.hasMatch())
            return QStringLiteral("header line: ") + line;
        answer.headers.emplaceBack(match.captured(1).toLatin1(), match.captured(2).toLatin1());
    }
    return {};
}

/** Reads a chunked body from @p at on. */
AnswerParse readChunks(const QByteArray &bytes, qsizetype at, HttpAnswer answer)
{
    for (;;) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd < 0)
            return {};
        bool ok = false;
        const qsizetype size = bytes.mid(at, lineEnd - at).split(';').first().toLongLong(&ok, 16);
        if (!ok)
            return broken(QStringLiteral("chunk size"));
        at = lineEnd + 2;
        if (bytes.size() < at + size + 2)
            return {};
        if (bytes.mid(at + size, 2) != "\r\n")
            return broken(QStringLiteral("end of chunk"));
        answer.body += bytes.mid(at, size);
        at += size + 2;
        if (size == 0)
            return {AnswerParse::State::Complete, answer, at, {}};
    }
}

AnswerParse readBody(const QByteArray &bytes, qsizetype at, HttpAnswer answer, bool ended)
{
    const std::optional<QByteArray> length = answer.header("Content-Length");
    const std::optional<QByteArray> coding = answer.header("Transfer-Encoding");
    if (countHeaders(answer, "Content-Length") > 1 || (length && coding))
        return broken(QStringLiteral("more than one length"));
    if (coding)
        return *coding == "chunked" ? readChunks(bytes, at, answer)
                                    : broken(QStringLiteral("Transfer-Encoding"));
    if (!length && !ended)
        return {};
    bool ok = true;
    const qsizetype size = length ? length->toLongLong(&ok) : bytes.size() - at;
    if (!ok || size < 0)
        return broken(QStringLiteral("Content-Length"));
    if (bytes.size() - at < size)
        return ended ? broken(QStringLiteral("the body ends early")) : AnswerParse{};
    answer.body = bytes.mid(at, size);
    return {AnswerParse::State::Complete, answer, at + size, {}};
}

} // namespace

std::optional<QByteArray> HttpAnswer::header(QByteArrayView name) const
{
    for (const auto &[field, value] : headers) {
        if (QByteArrayView(field).compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

QByteArray HttpAnswer::mediaType() const
{
    return header("Content-Type").value_or(QByteArray()).split(';').first().trimmed().toLower();
}

bool HttpAnswer::closes() const
{
    return header("Connection").value_or(QByteArray()).toLower() == "close";
}

AnswerParse parseAnswer(const QByteArray &bytes, bool toHead, bool ended)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return ended && !bytes.isEmpty() ? broken(QStringLiteral("the header ends early")) : AnswerParse{};
    HttpAnswer answer;
    if (const QString fault = readHead(bytes.left(headEnd), answer); !fault.isEmpty())
        return broken(fault);
    const qsizetype bodyStart = headEnd + 4;
    if (hasNoBody(answer, toHead))
        return {AnswerParse::State::Complete, answer, bodyStart, {}};
    return readBody(bytes, bodyStart, answer, ended);
}

} // namespace linewatch::test
