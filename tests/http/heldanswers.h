// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/handler.h"

#include <QList>

#include <deque>
#include <mutex>

namespace linewatch::test {

/**
 * A handler that answers when it is told to. Requests for /now are answered at once with the path's query,
 * those for /forget are never answered; every other is held. May be used from every thread.
 */
class HeldAnswers : public http::RequestHandler
{
public:
    void handle(const http::Request &request, http::Responder respond) override;

    /** How many requests are held. */
    qsizetype held() const;
    /** The most that were ever held at once. */
    qsizetype mostHeld() const;
    /** Every request that came, in order. */
    QList<http::Request> requests() const;
    /** Answers the held request at that place, from a thread of its own, with the body of the request's path.
     */
    void answer(qsizetype index);
    /** Answers all that are held, the last first. */
    void answerAllBackwards();

private:
    struct Held {
        QByteArray path;
        http::Responder respond;
    };

    mutable std::mutex m_mutex;
    std::deque<Held> m_held;
    qsizetype m_mostHeld = 0;
    QList<http::Request> m_requests;
};

} // namespace linewatch::test
