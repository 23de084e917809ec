// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyindex.h"

#include "storage/storestate.h"

#include <algorithm>

namespace linewatch {

namespace {

/**
 * Entries merged, and deleted where they were merged from, for each that is added. Each entry is merged once
 * a level, and there are fewer levels than that in any store (eight levels of eight runs each are a trillion
 * events): merging keeps ahead.
 */
constexpr std::size_t mergedForEachAdded = 8;
/** Merged at least in a transaction, so that small ones get there too. */
constexpr std::size_t mergedAtLeast = 1'024;
/** A run is spent when of all rows up to its last one so small a part of a tail is left. */
constexpr std::size_t spentTailPart = 16;
/** The level of the one run that holds what was left of spent ones; it is never merged. */
constexpr int leftoverLevel = -1;

} // namespace

KeyIndex::KeyIndex(SqlConnection &connection, KeyIndexSizes sizes, KeyHasher hasher, KeyBlockFinder finder,
                   KeyBlocks blocks)
    : m_connection(connection)
    , m_sizes(sizes)
    , m_hasher(hasher)
    , m_finder(std::move(finder))
    , m_blocks(std::move(blocks))
{
    m_tail.reserve(m_sizes.tail);
}

Result<std::unique_ptr<KeyIndex>> KeyIndex::load(SqlConnection &connection, KeyIndexSizes sizes)
{
    const Result<std::int64_t> seed = storestate::read(connection, storestate::KeySeed);
    if (!seed)
        return seed.failure();
    Result<KeyBlockFinder> finder = KeyBlockFinder::prepare(connection);
    if (!finder)
        return finder.failure();
    Result<KeyBlocks> blocks = KeyBlocks::prepare(connection);
    if (!blocks)
        return blocks.failure();
    std::unique_ptr<KeyIndex> index(
        new KeyIndex(connection, sizes, KeyHasher(*seed), std::move(*finder), std::move(*blocks)));
    if (Result<void> done = index->readRuns(); !done)
        return done.failure();
    if (Result<void> done = index->findAbandonedBlocks(); !done)
        return done.failure();
    if (Result<void> done = index->readTail(); !done)
        return done.failure();
    return index;
}

Result<void> KeyIndex::readRuns()
{
    return m_connection.readEach(
        QStringLiteral("SELECT r.run_id, r.level, r.entries, r.filter, e.last_row_id FROM key_run r"
                       " JOIN key_run_end e ON e.run_id = r.run_id ORDER BY r.run_id"),
        {}, [this](const QSqlQuery &row) {
            m_runs.push_back({row.value(0).toLongLong(), row.value(1).toInt(),
                              static_cast<std::size_t>(row.value(2).toULongLong()),
                              KeyFilter(row.value(3).toByteArray()), row.value(4).toLongLong()});
            m_lastRunId = m_runs.back().runId;
        });
}

/** Blocks of a merge that did not come to its end before the process did, or of runs that were merged. */
Result<void> KeyIndex::findAbandonedBlocks()
{
    for (std::int64_t after = 0;;) {
        const Result<QVariant> next = m_connection.readValue(
            QStringLiteral("SELECT min(run_id) FROM key_block WHERE run_id > ?"), {qlonglong{after}});
        if (!next)
            return next.failure();
        if (next->isNull())
            return {};
        after = next->toLongLong();
        m_lastRunId = std::max(m_lastRunId, after);
        if (std::ranges::find(m_runs, after, &KeyRun::runId) == m_runs.end())
            m_abandoned.push_back(after);
    }
}

Result<void> KeyIndex::readTail()
{
    const Result<std::int64_t> indexed = storestate::read(m_connection, storestate::KeysIndexed);
    if (!indexed)
        return indexed.failure();
    m_lastRowId = *indexed;
    for (;;) {
        if (Result<void> done = addNextRows(); !done)
            return done;
        m_addedSinceKeepUp = 0;
        if (m_tail.size() < m_sizes.tail)
            return {};
        if (Result<void> done = indexInOwnTransaction(); !done)
            return done;
    }
}

/** Takes in the rows after the newest one that is known, as many as the tail may have. */
Result<void> KeyIndex::addNextRows()
{
    return m_connection.readEach(
        QStringLiteral("SELECT row_id, event_key FROM event WHERE row_id > ? ORDER BY row_id LIMIT ?"),
        {qlonglong{m_lastRowId}, qulonglong{m_sizes.tail}}, [this](const QSqlQuery &row) {
            add(m_hasher(row.value(1).toByteArray()), row.value(0).toLongLong());
        });
}

Result<void> KeyIndex::indexInOwnTransaction()
{
    if (Result<void> begun = m_connection.run(m_connection.dialect().beginWrite()); !begun)
        return begun;
    Result<void> done = writeTail();
    if (done)
        done = m_connection.commit();
    if (!done) // the failure itself is what the caller hears of
        (void)m_connection.run(QStringLiteral("ROLLBACK"));
    return done;
}

Result<void> KeyIndex::find(std::int64_t hash, std::vector<std::int64_t> &rowIds)
{
    const auto [first, last] = m_tail.equal_range(hash);
    for (auto entry = first; entry != last; ++entry)
        rowIds.push_back(entry->second);
    for (const KeyRun &run : m_runs) {
        if (!run.filter.mayHold(hash))
            continue;
        if (Result<void> done = m_finder.find(run.runId, hash, rowIds); !done)
            return done;
    }
    return {};
}

void KeyIndex::add(std::int64_t hash, std::int64_t rowId)
{
    m_tail.emplace(hash, rowId);
    m_lastRowId = rowId;
    ++m_addedSinceKeepUp;
}

Result<void> KeyIndex::keepUp()
{
    const std::size_t budget = m_addedSinceKeepUp * mergedForEachAdded + mergedAtLeast;
    m_addedSinceKeepUp = 0;
    if (m_tail.size() >= m_sizes.tail) {
        if (Result<void> done = writeTail(); !done)
            return done;
    }
    if (!m_merge)
        startMerge();
    if (m_merge) {
        if (Result<void> done = mergeSome(budget); !done)
            return done;
    }
    return deleteAbandoned(budget);
}

Result<void> KeyIndex::writeTail()
{
    std::vector<KeyEntry> entries;
    entries.reserve(m_tail.size());
    for (const auto &[hash, rowId] : m_tail)
        entries.push_back({hash, rowId});
    if (Result<void> done = writeRun(std::move(entries), 0, m_lastRowId); !done)
        return done;
    m_tail.clear();
    return storestate::write(m_connection, storestate::KeysIndexed, m_lastRowId);
}

Result<void> KeyIndex::writeRun(std::vector<KeyEntry> entries, int level, std::int64_t lastRowId)
{
    KeyRun run{nextRunId(), level, entries.size(), KeyFilter(entries.size()), lastRowId};
    for (const KeyEntry &entry : entries)
        run.filter.add(entry.hash);
    std::sort(entries.begin(), entries.end());
    if (Result<void> done = m_blocks.write(run.runId, entries); !done)
        return done;
    return registerRun(std::move(run));
}

Result<void> KeyIndex::registerRun(KeyRun run)
{
    Result<SqlRows> inserted = m_connection.ask(
        QStringLiteral("INSERT INTO key_run (run_id, level, entries, filter) VALUES (?, ?, ?, ?)"),
        {qlonglong{run.runId}, run.level, qulonglong{run.entries}, run.filter.bytes()});
    if (!inserted)
        return inserted.failure();
    const Result<SqlRows> ended =
        m_connection.ask(QStringLiteral("INSERT INTO key_run_end (run_id, last_row_id) VALUES (?, ?)"),
                         {qlonglong{run.runId}, qlonglong{run.lastRowId}});
    if (!ended)
        return ended.failure();
    m_runs.push_back(std::move(run));
    return {};
}

/** Its blocks are deleted later. @p runId is no reference into m_runs. */
Result<void> KeyIndex::removeRun(std::int64_t runId)
{
    for (const auto &table : {QStringLiteral("key_run"), QStringLiteral("key_run_end")}) {
        const Result<SqlRows> removed = m_connection.ask(
            QStringLiteral("DELETE FROM %1 WHERE run_id = ?").arg(table), {qlonglong{runId}});
        if (!removed)
            return removed.failure();
    }
    std::erase_if(m_runs, [runId](const KeyRun &run) { return run.runId == runId; });
    m_abandoned.push_back(runId);
    return {};
}

void KeyIndex::startMerge()
{
    const int highest = m_runs.empty() ? -1 : std::ranges::max(m_runs, {}, &KeyRun::level).level;
    for (int level = 0; level <= highest; ++level) {
        std::vector<const KeyRun *> inputs;
        for (const KeyRun &run : m_runs) {
            if (run.level == level && inputs.size() < m_sizes.runsToMerge)
                inputs.push_back(&run);
        }
        if (inputs.size() == m_sizes.runsToMerge) {
            m_merge.emplace(inputs, nextRunId());
            return;
        }
    }
}

Result<void> KeyIndex::mergeSome(std::size_t budget)
{
    const Result<bool> atEnd = m_merge->step(m_blocks, budget);
    if (!atEnd)
        return atEnd.failure();
    return *atEnd ? finishMerge() : Result<void>{};
}

Result<void> KeyIndex::finishMerge()
{
    for (const std::int64_t runId : m_merge->inputs()) {
        if (Result<void> done = removeRun(runId); !done)
            return done;
    }
    KeyRun result = m_merge->takeResult();
    m_merge.reset();
    return registerRun(std::move(result));
}

Result<void> KeyIndex::deleteAbandoned(std::size_t budget)
{
    if (m_abandoned.empty())
        return {};
    const Result<bool> more = m_blocks.deleteSome(m_abandoned.back(), budget / KeyBlocks::BlockEntries);
    if (!more)
        return more.failure();
    if (!*more)
        m_abandoned.pop_back();
    return {};
}

Result<void> KeyIndex::rowsRemoved(std::size_t rows)
{
    m_removedSinceDrop += rows;
    if (m_removedSinceDrop >= m_sizes.tail) {
        m_removedSinceDrop = 0;
        if (Result<void> done = dropSpentRuns(); !done)
            return done;
    }
    return deleteAbandoned(rows + mergedAtLeast);
}

/** What is left of them, rows that were corrected to a later time for the most part, makes one run. */
Result<void> KeyIndex::dropSpentRuns()
{
    const Result<std::int64_t> end = endOfSpentRuns(m_sizes.tail / spentTailPart);
    if (!end)
        return end.failure();
    std::vector<std::int64_t> spent;
    bool hasNew = false;
    for (const KeyRun &run : m_runs) {
        if (run.lastRowId > *end)
            continue;
        spent.push_back(run.runId);
        hasNew = hasNew || run.level != leftoverLevel;
    }
    if (!hasNew)
        return {};
    Result<std::vector<KeyEntry>> left = entriesOfRowsUpTo(*end);
    if (!left)
        return left.failure();
    for (const std::int64_t runId : spent) {
        if (Result<void> done = removeRun(runId); !done)
            return done;
    }
    return left->empty() ? Result<void>{} : writeRun(std::move(*left), leftoverLevel, *end);
}

/**
 * The last row of the newest run that is spent; 0: none is. Runs of a level hold rows that follow each other,
 * and those that are being merged stay as they are.
 */
Result<std::int64_t> KeyIndex::endOfSpentRuns(std::size_t rowsLeft)
{
    const Result<QVariant> kept = m_connection.readValue(
        QStringLiteral("SELECT row_id FROM event ORDER BY row_id LIMIT 1 OFFSET ?"), {qulonglong{rowsLeft}});
    if (!kept)
        return kept.failure();
    std::int64_t before = kept->isValid() ? kept->toLongLong() : std::numeric_limits<std::int64_t>::max();
    const auto isMerged = [this](const KeyRun &run) {
        return m_merge && std::ranges::find(m_merge->inputs(), run.runId) != m_merge->inputs().end();
    };
    for (const KeyRun &run : m_runs) {
        if (isMerged(run))
            before = std::min(before, run.lastRowId);
    }
    std::int64_t end = 0;
    for (const KeyRun &run : m_runs) {
        if (run.lastRowId < before)
            end = std::max(end, run.lastRowId);
    }
    return end;
}

Result<std::vector<KeyEntry>> KeyIndex::entriesOfRowsUpTo(std::int64_t rowId)
{
    std::vector<KeyEntry> entries;
    const Result<void> read = m_connection.readEach(
        QStringLiteral("SELECT row_id, event_key FROM event WHERE row_id <= ?"), {qlonglong{rowId}},
        [&](const QSqlQuery &row) {
            entries.push_back({m_hasher(row.value(1).toByteArray()), row.value(0).toLongLong()});
        });
    if (!read)
        return read.failure();
    return entries;
}

} // namespace linewatch
