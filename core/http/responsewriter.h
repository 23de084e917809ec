// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <ctime>

namespace linewatch::http {

/** What the request and its connection make of an answer. */
struct AnswerTerms {
    bool headOnly = false; ///< the request was HEAD: the length is told, the body is not sent
    bool keepAlive = true; ///< else the connection closes behind this answer
    int minorVersion = 1;  ///< of the request's HTTP/1
};

/**
 * The head of an answer as it goes out, blank line included. Writes Content-Length, Date and Connection
 * itself, whatever the response says of them. Control characters in a header become blanks: they must not
 * end the header early. @p now is the time for Date.
 */
QByteArray headBytes(const Response &response, const AnswerTerms &terms, std::time_t now);

/** Whether the answer's body goes out behind its head. */
bool sendsBody(const Response &response, const AnswerTerms &terms);

/** A time as RFC 9110 (5.6.7) writes it: "Sun, 06 Nov 1994 08:49:37 GMT". */
QByteArray httpDate(std::time_t time);

} // namespace linewatch::http
