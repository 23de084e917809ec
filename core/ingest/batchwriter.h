// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/chorerunner.h"
#include "ingest/forwarder.h"
#include "ingest/groupwriter.h"
#include "ingest/ingestqueue.h"

#include <atomic>
#include <thread>

namespace linewatch {

/** A transaction that was just committed. */
struct CommittedGroup {
    const ChangeSet &changes;
    OutcomeCounts outcomes;
    Instant arrival;                    ///< of its last batch
    std::chrono::microseconds duration; ///< from BEGIN to the end of COMMIT
};

/** Hears of commits, on the writer's thread, before the answers go out; must be quick. */
class CommitListener
{
public:
    virtual ~CommitListener() = default;
    virtual void groupCommitted(const CommittedGroup &group) = 0;
};

/** Where batches wait while the store is away. */
struct SpoolUse {
    Forwarder::OpenSpool open; ///< called on the writer's thread
    BacklogGauge &gauge;       ///< must outlive the writer
    /** Before the store is tried again for what waits, at least; for what does not wait yet, at most. */
    std::chrono::milliseconds pause = Forwarder::ShortestPause;
};

/**
 * The one thread that writes. Takes the batches that wait, has them reconciled and written in one
 * transaction, and answers each after COMMIT. A failed transaction leaves nothing behind, and the store is
 * opened anew for the next; its batches are answered with the failure, or go to a spool where there is one.
 */
class BatchWriter
{
public:
    using OpenStore = GroupWriter::OpenStore;

    /** Events that one transaction holds at most, single larger batches apart. */
    static constexpr std::size_t MaxGroupEvents = 16'000;

    /** @p queue, @p statistics, @p listener and @p chore, which may be null, must outlive the writer. */
    BatchWriter(OpenStore open, IngestQueue &queue, IngestStatistics &statistics, CommitListener &listener,
                std::optional<SpoolUse> spool = {}, WriterChore *chore = nullptr);
    /** The queue must be closed: waits until everything in it was committed and answered. */
    ~BatchWriter();
    Q_DISABLE_COPY_MOVE(BatchWriter)

    /** Whether the newest batches became durable; any thread. */
    bool isHealthy() const { return m_healthy.load(); }
    /** Why the newest batches did not become durable; nothing when they did. Any thread. */
    std::optional<Failure> trouble() const;

private:
    void work();
    std::optional<std::vector<PendingBatch>> nextGroup();
    void process(std::vector<PendingBatch> group);
    void keep(std::vector<PendingBatch> group, const QString &why);
    void noteFailure(const Failure &failure);
    void setTrouble(std::optional<Failure> trouble);
    void gatherLike(const std::vector<PendingBatch> &group, std::chrono::microseconds duration);
    void publish(const WrittenGroup &written, Instant arrival);

    IngestQueue &m_queue;
    IngestStatistics &m_statistics;
    CommitListener &m_listener;
    Gathering m_gathering; ///< of the next group
    GroupWriter m_groups;
    std::optional<Forwarder> m_forwarder;
    ChoreRunner m_chores;
    std::atomic<bool> m_healthy{true};
    mutable std::mutex m_troubleMutex;
    std::optional<Failure> m_trouble; ///< under the mutex
    std::thread m_thread;             // last: uses everything above
};

} // namespace linewatch
