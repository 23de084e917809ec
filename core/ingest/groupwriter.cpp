// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/groupwriter.h"

#include <QLoggingCategory>

namespace linewatch {

using std::chrono::milliseconds;

namespace {

Q_LOGGING_CATEGORY(groupLog, "linewatch.ingest")

constexpr milliseconds contendedPause{5};
constexpr milliseconds connectionPause{250};
constexpr int longestDoubling = 4; ///< pauses grow no more after so many

Failure changedByOthers()
{
    return {Failure::Kind::Contended,
            Sentence(QT_TRANSLATE_NOOP("Failure", "another writer was in the way"))};
}

std::chrono::microseconds since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
}

/** Ids that another writer changed too often. */
std::unordered_set<EventId> givenUp(const std::unordered_map<EventId, int> &missed)
{
    std::unordered_set<EventId> ids;
    for (const auto &[id, times] : missed) {
        if (times >= GroupWriter::EventTries)
            ids.insert(id);
    }
    return ids;
}

} // namespace

GroupWriter::GroupWriter(OpenStore open, IngestStatistics &statistics, Pause pause,
                         milliseconds connectionPatience)
    : m_open(std::move(open))
    , m_statistics(statistics)
    , m_pause(std::move(pause))
    , m_connectionPatience(connectionPatience)
{
}

Result<std::int64_t> GroupWriter::spooledThrough(std::int64_t spoolId)
{
    if (Result<void> ready = ensureStore(); !ready)
        return ready.failure();
    Result<std::int64_t> number = m_store->spooledThrough(spoolId);
    if (!number)
        m_store.reset();
    return number;
}

Result<WrittenGroup> GroupWriter::write(const std::vector<PendingBatch> &group,
                                        const std::optional<SpoolMark> &mark)
{
    Tries tries;
    tries.mark = mark;
    for (;;) {
        Result<std::optional<WrittenGroup>> written = attempt(group, tries);
        if (written && *written)
            return std::move(**written);
        const Failure failure = written ? changedByOthers() : written.failure();
        if (failure.kind != Failure::Kind::Contended)
            m_store.reset();
        if (written ? mayTryAfterChanges(tries) : mayTryAgain(failure, tries))
            continue;
        // What cannot be found out any more is told as such, whatever failed last.
        return tries.doubtful.empty()
            ? failure
            : Failure{Failure::Kind::CommitUnknown, {failure.message, failure.shown}};
    }
}

Result<bool> GroupWriter::lend(const std::function<Result<bool>(EventStore &)> &work)
{
    if (Result<void> ready = ensureStore(); !ready)
        return ready.failure();
    Result<bool> done = work(*m_store);
    if (!done && done.failure().kind != Failure::Kind::Contended)
        m_store.reset();
    return done;
}

bool GroupWriter::mayTryAfterChanges(Tries &tries)
{
    if (++tries.changed >= ChangedTries)
        return false;
    pauseBefore(tries.changed, contendedPause); // or two that met meet again
    m_statistics.countRetry(Retry::Changed);
    return true;
}

bool GroupWriter::mayTryAgain(const Failure &failure, Tries &tries)
{
    switch (failure.kind) {
    case Failure::Kind::Contended:
        if (++tries.contended >= ContendedTries)
            return false;
        pauseBefore(tries.contended,
                    contendedPause); // also when the program ends: that much is committed yet
        m_statistics.countRetry(Retry::Contended);
        return true;
    case Failure::Kind::CommitUnknown:
        if (tries.doubtful.empty())
            return false;
        [[fallthrough]];
    case Failure::Kind::ConnectionLost:
        if (!mayConnectAgain(tries))
            return false;
        m_statistics.countRetry(Retry::ConnectionLost);
        qCWarning(groupLog).noquote() << "a transaction is tried over a new connection:" << failure.message;
        return true;
    default:
        return false;
    }
}

bool GroupWriter::mayConnectAgain(Tries &tries)
{
    // Once at least: another server of a cluster may answer, or tell what became of a commit.
    const int most = since(tries.start) < m_connectionPatience ? ConnectionTries : 2;
    return ++tries.connections < most && pauseBefore(tries.connections, connectionPause);
}

/** Longer each time, and never the same for two writers that met. */
bool GroupWriter::pauseBefore(int attempt, milliseconds first)
{
    const milliseconds longest = first * (1 << std::min(attempt, longestDoubling));
    std::uniform_int_distribution<milliseconds::rep> jitter(first.count(), longest.count());
    return m_pause(milliseconds{jitter(m_random)});
}

Result<void> GroupWriter::ensureStore()
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
    m_stamper.emplace(m_stamper ? std::max(m_stamper->lastStamp(), *lastStamp) : *lastStamp,
                      (*store)->stampGrid());
    m_store = std::move(*store);
    return {};
}

/** What was written; nothing when other writers were at some of the events, which tries then knows. */
Result<std::optional<WrittenGroup>> GroupWriter::attempt(const std::vector<PendingBatch> &group, Tries &tries)
{
    if (Result<void> ready = ensureStore(); !ready)
        return ready.failure();
    if (!tries.doubtful.empty()) {
        Result<std::optional<WrittenGroup>> found = findDoubtful(tries);
        if (!found || *found)
            return found;
    }
    const auto start = std::chrono::steady_clock::now();
    StoreTransaction transaction(*m_store);
    if (!transaction.begun())
        return transaction.begun().failure();
    Result<std::vector<StoredEvent>> stored = m_store->lookUp(GroupReconciler::idsOf(group));
    if (!stored)
        return stored.failure();
    const Result<Instant> horizon = m_store->horizon();
    if (!horizon)
        return horizon.failure();
    m_statistics.noteHorizon(*horizon);
    GroupReconciler reconciler(*m_stamper, givenUp(tries.missed), *horizon);
    reconciler.setStored(std::move(*stored));
    WrittenGroup written;
    written.outcomes.reserve(group.size());
    for (const PendingBatch &batch : group)
        written.outcomes.push_back(reconciler.add(batch));
    written.changes = reconciler.takeChanges();
    written.changes.spoolMark = tries.mark;

    const Result<std::vector<EventId>> missed = m_store->apply(written.changes);
    if (!missed)
        return missed.failure();
    if (!missed->empty()) {
        note(*missed, tries);
        return std::optional<WrittenGroup>{};
    }
    if (Result<void> done = commit(transaction, written, tries); !done)
        return done.failure();
    written.duration = since(start);
    return std::optional(std::move(written));
}

Result<void> GroupWriter::commit(StoreTransaction &transaction, WrittenGroup &written, Tries &tries)
{
    Result<void> committed = transaction.commit();
    const bool isInDoubt = !committed && committed.failure().kind == Failure::Kind::CommitUnknown;
    if (isInDoubt && m_store->settlesDoubts())
        tries.doubtful.push_back(std::move(written));
    return committed;
}

/** The transaction in doubt that was committed after all; nothing when none was and the group can be tried
 * again. */
Result<std::optional<WrittenGroup>> GroupWriter::findDoubtful(Tries &tries)
{
    const Result<std::optional<Instant>> committed = m_store->committedStamp();
    if (!committed)
        return committed.failure();
    if (!*committed) {
        // Trying again would be safe for the store, but could call a duplicate what this very batch has
        // brought.
        return Failure{Failure::Kind::Unavailable,
                       QStringLiteral("the store cannot tell what was committed")};
    }
    for (WrittenGroup &doubtful : tries.doubtful) {
        if (doubtful.changes.lastStamp == **committed)
            return std::optional(std::move(doubtful));
    }
    return std::optional<WrittenGroup>{};
}

void GroupWriter::note(const std::vector<EventId> &missed, Tries &tries)
{
    for (const EventId &id : missed)
        ++tries.missed[id];
    m_statistics.countConflicts(missed.size());
}

} // namespace linewatch
