// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/bell.h"
#include "http/message.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace linewatch::http {

/**
 * Where answers wait for their connection. Shared by a connection and the responders of its requests, and so
 * outlives it: an answer for a connection that is gone is dropped here, in whatever thread it is given.
 */
class AnswerBox
{
public:
    struct Answer {
        quint64 request; ///< the number that the connection gave the request
        Response response;
    };

    /** @p wakeUp is run in the thread of @p receiver, through its event loop, when answers have come. */
    AnswerBox(QObject *receiver, const std::function<void()> &wakeUp);

    /** Any thread. */
    void put(quint64 request, Response response);

    /** All that have come, in that order. Wakes nobody up again until release(). The receiver's thread. */
    std::vector<Answer> take();
    /** The receiver is about to take() anyway: do not wake it up. The receiver's thread. */
    void hold();
    /** Wakes the receiver up for what comes from now on and what is already there. The receiver's thread. */
    void release();
    /** The receiver is going; nothing reaches it after this has returned. The receiver's thread. */
    void close();

private:
    void wakeReceiver();

    std::mutex m_mutex;
    std::unique_ptr<Bell> m_bell; ///< null once closed
    bool m_awake = false;         ///< the receiver is looking, or has been told to
    std::vector<Answer> m_answers;
};

} // namespace linewatch::http
