// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/responsewriter.h"

#include <deque>
#include <optional>

namespace linewatch::http {

/** The answers that a connection owes, given back in the order of their requests (RFC 9112, 9.3.2). */
class AnswerQueue
{
public:
    struct Ready {
        Response response;
        AnswerTerms terms;
    };

    /** One more answer is owed. Returns the request's number: they count up by one from 0. */
    quint64 expect(const AnswerTerms &terms);
    /** The answer to a request that expect() has numbered. A second one to the same is ignored. */
    void answer(quint64 request, Response response);
    /** The connection closes behind the answer owed last, if any is owed. */
    void closeBehindLast();
    /** The answer that goes out next, once it is there. */
    std::optional<Ready> takeReady();

    bool isEmpty() const { return m_owed.empty(); }
    qsizetype size() const { return static_cast<qsizetype>(m_owed.size()); }
    /** The number that the next request will get. */
    quint64 nextNumber() const { return m_firstNumber + m_owed.size(); }

private:
    struct Owed {
        AnswerTerms terms;
        std::optional<Response> response;
    };

    std::deque<Owed> m_owed;
    quint64 m_firstNumber = 0; ///< of the front
};

} // namespace linewatch::http
