// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace linewatch {

/**
 * A few threads that answer questions, each over a connection of its own, so that reading never waits for
 * writing. Questions wait in a bounded queue.
 */
class ReaderPool
{
public:
    using Open = std::function<Result<std::unique_ptr<EventReader>>()>;
    /**
     * Runs on a reader's thread, within one snapshot of the store; gets the failure when there is none. One
     * that still waits when the pool ends gets a failure too, on the thread that ends it.
     */
    using Question = std::function<void(Result<EventReader *>)>;

    static constexpr std::size_t MaxWaiting = 1024;

    ReaderPool(Open open, int threads);
    /** Waits for the answers that are being given, not for what they would take that have not begun. */
    ~ReaderPool();
    Q_DISABLE_COPY_MOVE(ReaderPool)

    /** Any thread. False when too many wait already; the question was not taken then. */
    bool ask(Question question);

private:
    void work();
    std::optional<Question> next();
    bool answer(const Question &question, std::unique_ptr<EventReader> &reader, bool mustAnswer) const;

    Open m_open;
    std::mutex m_mutex;
    std::condition_variable m_somethingToDo;
    std::deque<Question> m_waiting;
    bool m_closing = false;
    std::vector<std::thread> m_threads; // last: they use everything above
};

} // namespace linewatch
