// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/histogram.h"
#include "model/outcome.h"
#include "model/rollup.h"

#include <vector>

namespace linewatch {

/** Why a transaction was tried again. */
enum class Retry : std::uint8_t {
    Changed,        ///< another writer had changed some of its events
    Contended,      ///< a deadlock, a lock that was not to be had, a conflict at COMMIT
    ConnectionLost, ///< also while it was committed
};
inline constexpr std::size_t RetryCount = static_cast<std::size_t>(Retry::ConnectionLost) + 1;

/** The name in metrics, such as "contended". */
std::string_view nameOf(Retry reason);

/** What the ingestion did since the start of the process; any thread may read. */
class IngestStatistics
{
public:
    void countOutcome(const Outcome &outcome);
    /** Events that wait in the spool; the others of their batch are counted with them, once they are brought
     * in. */
    void countSpooled(const std::vector<Outcome> &outcomes);
    void countCommit(std::chrono::microseconds duration);
    void countBatch(std::chrono::microseconds latency) { m_batchLatency.add(latency); }
    void countFailedGroup() { m_failedGroups.fetch_add(1, std::memory_order_relaxed); }
    void countRetry(Retry reason)
    {
        m_retries[static_cast<std::size_t>(reason)].fetch_add(1, std::memory_order_relaxed);
    }
    /** Events that another writer had changed between reading and writing them. */
    void countConflicts(std::size_t events) { m_conflicts.fetch_add(events, std::memory_order_relaxed); }
    /** Raw events that retention removed. */
    void countRemoved(std::int64_t events) { m_removed.fetch_add(events, std::memory_order_relaxed); }
    /** Events before it may have been removed; NothingRemoved: none. */
    void noteHorizon(Instant horizon)
    {
        m_horizon.store(horizon.time_since_epoch().count(), std::memory_order_relaxed);
    }
    void countTurnedAway() { m_turnedAway.fetch_add(1, std::memory_order_relaxed); }

    OutcomeCounts outcomes() const;
    std::uint64_t rejections(RejectReason reason) const;
    Histogram::Reading batchLatency() const { return m_batchLatency.read(); }
    Histogram::Reading commitTime() const { return m_commitTime.read(); }
    std::chrono::microseconds lastCommit() const;
    std::uint64_t failedGroups() const { return m_failedGroups.load(std::memory_order_relaxed); }
    std::uint64_t retries(Retry reason) const
    {
        return m_retries[static_cast<std::size_t>(reason)].load(std::memory_order_relaxed);
    }
    std::int64_t removed() const { return m_removed.load(std::memory_order_relaxed); }
    Instant horizon() const
    {
        return Instant{std::chrono::microseconds{m_horizon.load(std::memory_order_relaxed)}};
    }
    std::uint64_t conflicts() const { return m_conflicts.load(std::memory_order_relaxed); }
    std::uint64_t turnedAway() const { return m_turnedAway.load(std::memory_order_relaxed); }

private:
    std::array<std::atomic<std::int64_t>, OutcomeStatusCount> m_outcomes{};
    std::array<std::atomic<std::uint64_t>, RejectReasonCount> m_rejections{};
    std::atomic<std::int64_t> m_lastCommitMicroseconds{0};
    std::atomic<std::uint64_t> m_failedGroups{0}; ///< transactions that were not committed
    std::array<std::atomic<std::uint64_t>, RetryCount> m_retries{};
    std::atomic<std::uint64_t> m_conflicts{0};
    std::atomic<std::int64_t> m_removed{0};
    std::atomic<std::int64_t> m_horizon{NothingRemoved.time_since_epoch().count()};
    std::atomic<std::uint64_t> m_turnedAway{0}; ///< batches that met a full queue
    Histogram m_batchLatency;
    Histogram m_commitTime;
};

} // namespace linewatch
