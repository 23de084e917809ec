// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/problem.h"

#include <optional>

namespace linewatch::http {

/**
 * The first line of a request, read byte by byte, so that what cannot become a good line is refused as early
 * as it shows and the same whatever pieces it comes in (RFC 9112, 3): one space between the three parts.
 */
class RequestLine
{
public:
    explicit RequestLine(qsizetype targetLimit);

    /** The next byte before the line's CRLF. Returns why the line is refused, if it is. */
    std::optional<Problem> take(char byte);
    /** The line has ended. Returns why it is refused: 400, 505 for another HTTP, 501 for another method. */
    std::optional<Problem> end() const;

    const QByteArray &method() const { return m_method; }
    const QByteArray &target() const { return m_target; }
    /** The digit after "HTTP/1.". Only once end() found nothing wrong. */
    int minorVersion() const { return m_version.back() - '0'; }

private:
    enum class Part { Method, Target, Version };

    std::optional<Problem> takeOfMethod(char byte);
    std::optional<Problem> takeOfTarget(char byte);
    std::optional<Problem> takeOfVersion(char byte);

    qsizetype m_targetLimit;
    Part m_part = Part::Method;
    QByteArray m_method;
    QByteArray m_target;
    QByteArray m_version;
};

} // namespace linewatch::http
