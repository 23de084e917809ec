// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/groupreconciler.h"
#include "ingest/ingeststatistics.h"
#include "storage/eventstore.h"

#include <functional>
#include <memory>
#include <random>

namespace linewatch {

/** What became of the batches of a transaction that is in the store. */
struct WrittenGroup {
    std::vector<std::vector<Outcome>> outcomes; ///< by batch and event, in their order
    ChangeSet changes;
    std::chrono::microseconds duration{0}; ///< from BEGIN to the end of COMMIT
};

/**
 * Writes the batches of one transaction, and tries again where that helps: other writers were in the way, or
 * the connection to the store was lost. Each try reads what is there now and reconciles anew. Lives on the
 * writer's thread.
 */
class GroupWriter
{
public:
    using OpenStore = std::function<Result<std::unique_ptr<EventStore>>()>;
    /** Waits before the next try; false when there shall be none, as the program ends. */
    using Pause = std::function<bool(std::chrono::milliseconds)>;

    /** An event that so many tries found changed by another writer is rejected, it alone. */
    static constexpr int EventTries = 3;
    /** Tries of a transaction in which there were such events: ever others of a large one may be changed. */
    static constexpr int ChangedTries = 30;
    /** Tries of a transaction that other transactions were in the way of. */
    static constexpr int ContendedTries = 10;
    /** Tries over a new connection, as long as they fail at once. */
    static constexpr int ConnectionTries = 4;
    /** A group that is older is tried once over a new connection, no more: its server takes long to fail. */
    static constexpr std::chrono::milliseconds ConnectionPatience{10'000};

    /** @p statistics must outlive it. */
    GroupWriter(OpenStore open, IngestStatistics &statistics, Pause pause,
                std::chrono::milliseconds connectionPatience = ConnectionPatience);

    /** Durable once it has returned without a failure; with one, nothing of it is stored unless that is
     * CommitUnknown. @p mark: the batches come from a spool. */
    Result<WrittenGroup> write(const std::vector<PendingBatch> &group,
                               const std::optional<SpoolMark> &mark = {});
    /** The number up to which a spool's batches are in the store. Opens the store, with one try. */
    Result<std::int64_t> spooledThrough(std::int64_t spoolId);
    /** The newest stamp that was given out; the epoch before the store was first opened. */
    Instant lastStamp() const { return m_stamper ? m_stamper->lastStamp() : Instant{}; }
    /** Has @p work done with the store, between groups; after most failures the store is opened anew. */
    Result<bool> lend(const std::function<Result<bool>(EventStore &)> &work);
    /** On the thread that wrote. */
    void closeStore() { m_store.reset(); }

private:
    /** How far the tries of one group have come. */
    struct Tries {
        std::optional<SpoolMark> mark;
        std::unordered_map<EventId, int> missed; ///< how often another writer had changed an event
        int changed = 0;
        int contended = 0;
        int connections = 0;
        std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
        std::vector<WrittenGroup>
            doubtful; ///< transactions of which nobody knows whether they were committed
    };

    Result<void> ensureStore();
    Result<std::optional<WrittenGroup>> attempt(const std::vector<PendingBatch> &group, Tries &tries);
    Result<std::optional<WrittenGroup>> findDoubtful(Tries &tries);
    Result<void> commit(StoreTransaction &transaction, WrittenGroup &written, Tries &tries);
    void note(const std::vector<EventId> &missed, Tries &tries);
    bool mayTryAfterChanges(Tries &tries);
    bool mayTryAgain(const Failure &failure, Tries &tries);
    bool mayConnectAgain(Tries &tries);
    bool pauseBefore(int attempt, std::chrono::milliseconds first);

    OpenStore m_open;
    IngestStatistics &m_statistics;
    Pause m_pause;
    const std::chrono::milliseconds m_connectionPatience;
    std::unique_ptr<EventStore> m_store;
    std::optional<ReceiptStamper> m_stamper;
    std::minstd_rand m_random{std::random_device()()};
};

} // namespace linewatch
