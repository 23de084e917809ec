// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchwriter.h"

#include <QLoggingCategory>

#include <utility>

namespace linewatch {

Q_LOGGING_CATEGORY(ingestLog, "linewatch.ingest")

BatchWriter::BatchWriter(OpenStore open, IngestQueue &queue, IngestStatistics &statistics,
                         CommitListener &listener, WriterChore *chore)
    : m_queue(queue)
    , m_statistics(statistics)
    , m_listener(listener)
    , m_groups(std::move(open), statistics,
               [this](std::chrono::milliseconds pause) { return !m_queue.waitUntilClosed(pause); })
    , m_chores(chore)
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
        std::vector<PendingBatch> group =
            m_queue.takeGroup(MaxGroupEvents, std::exchange(m_gathering, {}), m_chores.beginWaiting());
        m_chores.endWaiting();
        const bool hasBatches = !group.empty();
        if (hasBatches)
            process(std::move(group));
        else if (m_queue.isDrained())
            break;
        m_chores.stepIfDue(m_groups, hasBatches);
    }
    m_groups.closeStore(); // in the thread that opened it
}

void BatchWriter::process(std::vector<PendingBatch> group)
{
    Result<WrittenGroup> written = m_groups.write(group);
    m_healthy = written.ok();
    if (written) {
        gatherLike(group, written->duration);
        publish(*written, group.back().arrival);
    } else {
        qCWarning(ingestLog).noquote() << "a transaction failed:" << written.failure().message;
        m_statistics.countFailedGroup();
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (written)
            group[i].done(BatchResult{std::move(group[i].events), std::move(written->outcomes[i])});
        else
            group[i].done(written.failure());
    }
}

/**
 * Who was answered together sends again together. A transaction for the first of them alone would write
 * nearly as many pages as one for all, and the others would wait for it.
 */
void BatchWriter::gatherLike(const std::vector<PendingBatch> &group, std::chrono::microseconds duration)
{
    constexpr int transactionsPerWait = 8;
    if (group.size() < 2)
        return;
    for (const PendingBatch &batch : group)
        m_gathering.events += batch.events.size();
    m_gathering.atMost = duration / transactionsPerWait;
}

void BatchWriter::publish(const WrittenGroup &written, Instant arrival)
{
    OutcomeCounts counts;
    for (const std::vector<Outcome> &batch : written.outcomes) {
        for (const Outcome &outcome : batch) {
            counts.add(outcome.status);
            m_statistics.countOutcome(outcome);
        }
    }
    m_statistics.countCommit(written.duration);
    m_listener.groupCommitted({written.changes, counts, arrival, written.duration});
}

} // namespace linewatch
