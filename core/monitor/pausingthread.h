// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace linewatch {

/** A thread that rests now and then and is ended at once. Made and destroyed on one thread. */
class PausingThread
{
public:
    /** @p work runs on the thread, returns soon after isEnding() is true, and may call it and pause(). */
    explicit PausingThread(std::function<void(PausingThread &)> work)
        : m_thread([this, work = std::move(work)] { work(*this); })
    {
    }
    /** Waits for the work. */
    ~PausingThread()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
        }
        m_ended.notify_one();
        m_thread.join();
    }
    PausingThread(const PausingThread &) = delete;
    PausingThread &operator=(const PausingThread &) = delete;

    bool isEnding() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_ending;
    }
    /** That long, or until it has to end. */
    void pause(std::chrono::milliseconds length)
    {
        std::unique_lock lock(m_mutex);
        m_ended.wait_for(lock, length, [this] { return m_ending; });
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_ending = false;
    std::thread m_thread; ///< last, so that it finds the rest made
};

} // namespace linewatch
