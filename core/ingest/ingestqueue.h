// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batch.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace linewatch {

/** How long to wait for more once a batch is there: until so many events wait together, but no longer than
 * that. */
struct Gathering {
    std::size_t events = 0;
    std::chrono::microseconds atMost{0};
};

/** Batches on their way to the writer; bounded by the events they hold. Any thread may push, one takes. */
class IngestQueue
{
public:
    explicit IngestQueue(std::size_t maxEvents) : m_maxEvents(maxEvents) { }

    /**
     * False when the queue is full or closed: @p batch is untouched then. An empty queue takes any batch.
     */
    bool push(PendingBatch &batch);

    /**
     * Waits for batches, for @p patience at most where one is given, and then for as many as @p gathering
     * says; takes those that wait, in their order, up to about @p maxEvents. Nothing once the queue is closed
     * and everything was taken.
     */
    std::optional<std::vector<PendingBatch>>
    takeGroup(std::size_t maxEvents, const Gathering &gathering = {},
              std::optional<std::chrono::microseconds> patience = {});

    /** Takes nothing more in; what waits can still be taken. */
    void close();

    /** Waits for that long, or until it is closed; whether it is. */
    bool waitUntilClosed(std::chrono::milliseconds patience);

    std::size_t depth() const; ///< batches that wait

    /** How many events it holds from now on; what waits already stays. */
    void setMaxEvents(std::size_t maxEvents);

private:
    mutable std::mutex m_mutex;
    std::size_t m_maxEvents;
    std::condition_variable m_changed;
    std::deque<PendingBatch> m_batches;
    std::size_t m_events = 0;
    bool m_closed = false;
};

} // namespace linewatch
