// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchwriter.h"

#include "ingest/groupreconciler.h"

#include <QLoggingCategory>

namespace linewatch {

Q_LOGGING_CATEGORY(ingestLog, "linewatch.ingest")

namespace {

using SteadyClock = std::chrono::steady_clock;

std::chrono::microseconds since(SteadyClock::time_point start)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - start);
}

} // namespace

BatchWriter::BatchWriter(OpenStore open, IngestQueue &queue, IngestStatistics &statistics,
                         CommitListener &listener)
    : m_open(std::move(open))
    , m_queue(queue)
    , m_statistics(statistics)
    , m_listener(listener)
    , m_thread([this] { work(); })
{
}

BatchWriter::~BatchWriter()
{
    m_thread.join();
}

void BatchWriter::work()
{
    for (;;) {
        std::vector<PendingBatch> group = m_queue.takeGroup(MaxGroupEvents);
        if (group.empty())
            break;
        process(std::move(group));
    }
    m_store.reset(); // in the thread that opened it
}

void BatchWriter::process(std::vector<PendingBatch> group)
{
    Result<std::vector<std::vector<Outcome>>> outcomes = commitGroup(group);
    m_healthy = outcomes.ok();
    if (!outcomes) {
        qCWarning(ingestLog).noquote() << "a transaction failed:" << outcomes.failure().message;
        m_statistics.countFailedGroup();
        m_store.reset();
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (outcomes)
            group[i].done(BatchResult{std::move(group[i].events), std::move((*outcomes)[i])});
        else
            group[i].done(outcomes.failure());
    }
}

Result<void> BatchWriter::ensureStore()
{
    if (m_store)
        return {};
    Result<std::unique_ptr<EventStore>> store = m_open();
    if (!store)
        return store.failure();
    const Result<Instant> lastStamp = (*store)->lastStamp();
    if (!lastStamp)
        return lastStamp.failure();
    // Stamps that were given out before a failure are never given out again.
    m_stamper.emplace(m_stamper ? std::max(m_stamper->lastStamp(), *lastStamp) : *lastStamp);
    m_store = std::move(*store);
    return {};
}

Result<std::vector<std::vector<Outcome>>> BatchWriter::commitGroup(const std::vector<PendingBatch> &group)
{
    if (Result<void> ready = ensureStore(); !ready)
        return ready.failure();
    const SteadyClock::time_point start = SteadyClock::now();
    StoreTransaction transaction(*m_store);
    if (!transaction.begun())
        return transaction.begun().failure();

    Result<std::vector<StoredEvent>> stored = m_store->lookUp(GroupReconciler::idsOf(group));
    if (!stored)
        return stored.failure();
    GroupReconciler reconciler(*m_stamper);
    reconciler.setStored(std::move(*stored));
    std::vector<std::vector<Outcome>> outcomes;
    outcomes.reserve(group.size());
    for (const PendingBatch &batch : group)
        outcomes.push_back(reconciler.add(batch));

    const ChangeSet changes = reconciler.takeChanges();
    const Result<std::vector<EventId>> missed = m_store->apply(changes);
    if (!missed)
        return missed.failure();
    if (!missed->empty()) {
        return Failure{Failure::Kind::Internal,
                       QStringLiteral("event %1 changed under the transaction that owns it")
                           .arg(missed->front().toString())};
    }
    if (Result<void> committed = transaction.commit(); !committed)
        return committed.failure();
    publish(outcomes, changes, group.back().arrival, since(start));
    return outcomes;
}

void BatchWriter::publish(const std::vector<std::vector<Outcome>> &outcomes, const ChangeSet &changes,
                          Instant arrival, std::chrono::microseconds duration)
{
    OutcomeCounts counts;
    for (const std::vector<Outcome> &batch : outcomes) {
        for (const Outcome &outcome : batch) {
            counts.add(outcome.status);
            m_statistics.countOutcome(outcome);
        }
    }
    m_statistics.countCommit(duration);
    m_listener.groupCommitted({changes, counts, arrival, duration});
}

} // namespace linewatch
