// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyindexcheck.h"

#include "storage/eventkey.h"
#include "storage/storestate.h"

#include <algorithm>
#include <limits>

namespace linewatch {

namespace {

constexpr int blocksAtOnce = 1'000;

} // namespace

KeyIndexCheck::KeyIndexCheck(SqlConnection &connection, Rows rows, std::size_t sliceEvents)
    : m_connection(connection)
    , m_rows(rows)
    , m_sliceEvents(sliceEvents)
{
}

Result<std::vector<CheckedPart>> KeyIndexCheck::run(const Progress &progress)
{
    if (Result<void> done = readRuns(); !done)
        return done.failure();
    for (const KeyRun &run : m_runs) {
        if (Result<void> done = checkRun(run); !done)
            return done.failure();
    }
    for (std::int64_t after = std::numeric_limits<std::int64_t>::min();;) {
        Result<Slice> slice = readSlice(after);
        if (!slice)
            return slice.failure();
        if (slice->rowIds.empty())
            break;
        after = slice->rowIds.back();
        if (Result<void> done = checkSlice(*slice); !done)
            return done.failure();
        progress(m_eventPart.checked());
    }
    if (m_rows == Rows::AllThere && m_entries != m_entriesUsed) {
        m_runPart.addFault([this] {
            return QStringLiteral("%1 entries lead to no event").arg(qlonglong{m_entries - m_entriesUsed});
        });
    }
    return std::vector{m_runPart, m_eventPart};
}

Result<void> KeyIndexCheck::readRuns()
{
    const Result<std::int64_t> seed = storestate::read(m_connection, storestate::KeySeed);
    if (!seed)
        return seed.failure();
    m_hasher.emplace(*seed);
    const Result<std::int64_t> indexed = storestate::read(m_connection, storestate::KeysIndexed);
    if (!indexed)
        return indexed.failure();
    m_indexed = *indexed;
    return m_connection.readEach(
        QStringLiteral("SELECT run_id, level, entries, filter FROM key_run ORDER BY run_id"), {},
        [this](const QSqlQuery &row) {
            m_runs.push_back({row.value(0).toLongLong(), row.value(1).toInt(),
                              static_cast<std::size_t>(row.value(2).toULongLong()),
                              KeyFilter(row.value(3).toByteArray())});
        });
}

Result<void> KeyIndexCheck::checkRun(const KeyRun &run)
{
    std::size_t entries = 0;
    std::optional<std::int64_t> before; // the hash of the last entry of the block before
    const Result<void> done =
        readBlocks(run, [&](std::int64_t firstHash, const std::vector<KeyEntry> &block) {
            checkOrder(run, firstHash, block, before);
            entries += block.size();
            if (!block.empty())
                before = block.back().hash;
        });
    if (!done)
        return done;
    m_entries += static_cast<std::int64_t>(entries);
    m_runPart.countChecked(static_cast<std::int64_t>(entries));
    if (entries != run.entries) {
        m_runPart.addFault([&] {
            return QStringLiteral("run %1: %2 entries, must be %3")
                .arg(qlonglong{run.runId})
                .arg(entries)
                .arg(run.entries);
        });
    }
    return {};
}

void KeyIndexCheck::checkOrder(const KeyRun &run, std::int64_t firstHash, const std::vector<KeyEntry> &block,
                               std::optional<std::int64_t> before)
{
    const bool isInOrder = !block.empty() && block.front().hash == firstHash
        && (!before || *before < firstHash) && std::ranges::is_sorted(block);
    if (isInOrder)
        return;
    m_runPart.addFault([&] {
        return QStringLiteral("run %1: the block from %2 on is not in order")
            .arg(qlonglong{run.runId})
            .arg(qlonglong{firstHash});
    });
}

Result<void>
KeyIndexCheck::readBlocks(const KeyRun &run,
                          const std::function<void(std::int64_t, const std::vector<KeyEntry> &)> &use)
{
    bool more = true;
    for (std::int64_t from = std::numeric_limits<std::int64_t>::min(); more;) {
        int blocks = 0;
        const Result<void> read =
            m_connection.readEach(QStringLiteral("SELECT first_hash, entries FROM key_block WHERE run_id = ?"
                                                 " AND first_hash >= ? ORDER BY first_hash LIMIT %1")
                                      .arg(blocksAtOnce),
                                  {qlonglong{run.runId}, qlonglong{from}}, [&](const QSqlQuery &row) {
                                      from = row.value(0).toLongLong();
                                      use(from, unpackEntries(row.value(1).toByteArray()));
                                      ++blocks;
                                  });
        if (!read)
            return read;
        more = blocks == blocksAtOnce && from < std::numeric_limits<std::int64_t>::max();
        ++from;
    }
    return {};
}

/** The next events that must be in runs; empty: that were all. */
Result<KeyIndexCheck::Slice> KeyIndexCheck::readSlice(std::int64_t after)
{
    Slice slice;
    const Result<void> read = m_connection.readEach(
        QStringLiteral("SELECT row_id, event_key FROM event WHERE row_id > ? AND row_id <= ?"
                       " ORDER BY row_id LIMIT ?"),
        {qlonglong{after}, qlonglong{m_indexed}, qulonglong{m_sliceEvents}}, [&](const QSqlQuery &row) {
            slice.rowIds.push_back(row.value(0).toLongLong());
            slice.hashes.push_back((*m_hasher)(row.value(1).toByteArray()));
        });
    if (!read)
        return read.failure();
    slice.found.resize(slice.rowIds.size());
    return slice;
}

Result<void> KeyIndexCheck::checkSlice(Slice &slice)
{
    for (const KeyRun &run : m_runs) {
        const Result<void> done =
            readBlocks(run, [&](std::int64_t /*firstHash*/, const std::vector<KeyEntry> &block) {
                for (const KeyEntry &entry : block)
                    noteEntry(run, entry, slice);
            });
        if (!done)
            return done;
    }
    m_eventPart.countChecked(std::ssize(slice.rowIds));
    for (std::size_t i = 0; i < slice.rowIds.size(); ++i) {
        if (slice.found[i] == 1)
            continue;
        m_eventPart.addFault([&] {
            return QStringLiteral("%1: found through %2 entries, must be 1")
                .arg(nameOfRow(slice.rowIds[i]))
                .arg(slice.found[i]);
        });
    }
    return {};
}

void KeyIndexCheck::noteEntry(const KeyRun &run, const KeyEntry &entry, Slice &slice)
{
    if (entry.rowId < slice.rowIds.front() || entry.rowId > slice.rowIds.back())
        return;
    const auto row = std::ranges::lower_bound(slice.rowIds, entry.rowId);
    const auto index = static_cast<std::size_t>(row - slice.rowIds.begin());
    if (*row != entry.rowId || slice.hashes[index] != entry.hash)
        return;
    ++m_entriesUsed;
    if (!run.filter.mayHold(entry.hash)) {
        m_eventPart.addFault([&] {
            return QStringLiteral("%1: the filter of run %2 does not let it through")
                .arg(nameOfRow(entry.rowId))
                .arg(qlonglong{run.runId});
        });
    }
    std::uint8_t &found = slice.found[index];
    found = std::min<std::uint8_t>(found, std::numeric_limits<std::uint8_t>::max() - 1) + 1;
}

QString KeyIndexCheck::nameOfRow(std::int64_t rowId)
{
    const Result<QVariant> key = m_connection.readValue(
        QStringLiteral("SELECT event_key FROM event WHERE row_id = ?"), {qlonglong{rowId}});
    if (!key || !key->isValid())
        return QStringLiteral("row %1").arg(qlonglong{rowId});
    return QStringLiteral("event ") + fromEventKey(key->toByteArray()).toString();
}

} // namespace linewatch
