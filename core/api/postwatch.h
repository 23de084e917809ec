// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/handler.h"
#include "model/seenpost.h"

#include <atomic>
#include <deque>
#include <mutex>

namespace linewatch::api {

/**
 * The newest requests of machines, for whoever watches them come in. While nobody does, it costs a request
 * the reading of a flag. Any thread.
 */
class PostWatch
{
public:
    static constexpr std::size_t MostKept = 50;

    /** Switched off, it forgets what it had. */
    void setWatched(bool isWatched);
    bool isWatched() const { return m_isWatched.load(std::memory_order_relaxed); }

    /** Drops the oldest where there are more than MostKept. */
    void tell(SeenPost post);
    /** What was told since the last call, the oldest first. */
    std::deque<SeenPost> take();

private:
    std::atomic<bool> m_isWatched{false};
    std::mutex m_mutex;
    std::deque<SeenPost> m_told;
};

/** What can be said of a request before it is answered. */
SeenPost seenPost(const http::Request &request, Instant arrival);

} // namespace linewatch::api
