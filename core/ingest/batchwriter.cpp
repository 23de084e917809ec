// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchwriter.h"

#include <QLoggingCategory>

#include <utility>

namespace linewatch {

Q_LOGGING_CATEGORY(ingestLog, "linewatch.ingest")

namespace {

/** What is valid waits; what is not is rejected now, and written down with the rest. */
std::vector<Outcome> queuedOutcomes(const BatchEvents &events)
{
    std::vector<Outcome> outcomes;
    outcomes.reserve(events.size());
    for (const auto &element : events) {
        const auto *refused = std::get_if<RefusedEvent>(&element);
        outcomes.push_back(refused ? Outcome::rejected(refused->reason) : Outcome::queued());
    }
    return outcomes;
}

} // namespace

BatchWriter::BatchWriter(OpenStore open, IngestQueue &queue, IngestStatistics &statistics,
                         CommitListener &listener, std::optional<SpoolUse> spool, WriterChore *chore)
    : m_queue(queue)
    , m_statistics(statistics)
    , m_listener(listener)
    , m_groups(
          std::move(open), statistics,
          [this, longest = spool ? spool->pause : std::chrono::milliseconds::max()](
              std::chrono::milliseconds pause) { return !m_queue.waitUntilClosed(std::min(pause, longest)); })
    , m_chores(chore)
{
    if (spool) {
        m_forwarder.emplace(
            std::move(spool->open), m_groups, spool->gauge, spool->pause,
            [this](const WrittenGroup &written, Instant arrival) { publish(written, arrival); });
    }
    m_thread = std::thread([this] { work(); });
}

BatchWriter::~BatchWriter()
{
    m_thread.join();
}

void BatchWriter::work()
{
    while (std::optional<std::vector<PendingBatch>> group = nextGroup()) {
        const bool hasBatches = !group->empty();
        if (hasBatches)
            process(std::move(*group));
        if (m_forwarder)
            m_forwarder->forward();
        m_chores.stepIfDue(m_groups, hasBatches);
    }
    m_groups.closeStore(); // in the thread that opened it
    if (m_forwarder)
        m_forwarder->close();
}

/** Empty when it is time for other work; nothing at the end. */
std::optional<std::vector<PendingBatch>> BatchWriter::nextGroup()
{
    std::optional<std::chrono::microseconds> patience = m_chores.beginWaiting();
    if (m_forwarder && m_forwarder->isInUse()) {
        const std::chrono::microseconds untilForward = m_forwarder->patience();
        patience = std::min(patience.value_or(untilForward), untilForward);
    }
    std::optional<std::vector<PendingBatch>> group =
        m_queue.takeGroup(MaxGroupEvents, std::exchange(m_gathering, {}), patience);
    m_chores.endWaiting();
    return group;
}

void BatchWriter::process(std::vector<PendingBatch> group)
{
    if (m_forwarder && m_forwarder->isInUse()) {
        keep(std::move(group), {});
        return;
    }
    Result<WrittenGroup> written = m_groups.write(group);
    if (!written && m_forwarder && Forwarder::keepsAfter(written.failure())) {
        keep(std::move(group), written.failure().message);
        return;
    }
    m_healthy = written.ok();
    if (written) {
        setTrouble({});
        gatherLike(group, written->duration);
        publish(*written, group.back().arrival);
    } else {
        noteFailure(written.failure());
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (written)
            group[i].done(BatchResult{std::move(group[i].events), std::move(written->outcomes[i])});
        else
            group[i].done(written.failure());
    }
}

/** On disk, until the database is back; @p why it is away, or nothing where others wait already. */
void BatchWriter::keep(std::vector<PendingBatch> group, const QString &why)
{
    const Result<void> kept = m_forwarder->keep(group, why);
    m_healthy = kept && m_forwarder->isInUse(); // else there was nothing to keep
    if (kept)
        setTrouble({});
    else
        noteFailure(kept.failure());
    for (PendingBatch &batch : group) {
        if (!kept) {
            batch.done(kept.failure());
            continue;
        }
        std::vector<Outcome> outcomes = queuedOutcomes(batch.events);
        m_statistics.countSpooled(outcomes);
        batch.done(BatchResult{std::move(batch.events), std::move(outcomes), true});
    }
}

void BatchWriter::noteFailure(const Failure &failure)
{
    qCWarning(ingestLog).noquote() << "a transaction failed:" << failure.message;
    m_statistics.countFailedGroup();
    setTrouble(failure);
}

std::optional<Failure> BatchWriter::trouble() const
{
    const std::scoped_lock lock(m_troubleMutex);
    return m_trouble;
}

void BatchWriter::setTrouble(std::optional<Failure> trouble)
{
    const std::scoped_lock lock(m_troubleMutex);
    m_trouble = std::move(trouble);
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
