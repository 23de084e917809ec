// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/keyhash.h"
#include "storage/keymerge.h"

#include <memory>
#include <optional>
#include <unordered_map>

namespace linewatch {

/** When keys are written and merged. */
struct KeyIndexSizes {
    std::size_t tail = 65'536;   ///< so many keys make a run
    std::size_t runsToMerge = 8; ///< so many runs of one level are merged
};

/**
 * Finds events by their keys, at a cost that does not grow with the store: an index over random keys that is
 * kept up at each event writes a page for each, wherever it lies. This one lags behind (docs/adr/0010). The
 * keys of the newest rows, the tail, are only in memory; once there are enough of them they are written,
 * sorted, as a run, and runs of the same level are merged into one of the next. Which rows are in runs is
 * written with them (store_state, keys_indexed), so the tail is read back from table event at the start.
 *
 * Belongs to the one writer of a store. Everything happens in its transactions: after one that was not
 * committed the index no longer tells the truth and must be loaded anew.
 */
class KeyIndex
{
public:
    /**
     * Reads what the store knows, and indexes rows that no run has beyond the tail, in transactions of its
     * own; call it outside of any. @p connection must outlive the index.
     */
    static Result<std::unique_ptr<KeyIndex>> load(SqlConnection &connection, KeyIndexSizes sizes = {});

    std::int64_t hashOf(const QByteArray &key) const { return m_hasher(key); }
    /** Appends the rows whose key may have this hash: all that do, hardly ever another. */
    Result<void> find(std::int64_t hash, std::vector<std::int64_t> &rowIds);
    /** Takes in a row of the open transaction. Row numbers rise. */
    void add(std::int64_t hash, std::int64_t rowId);
    /** Writes runs and goes on merging them, a part that goes by what was added since. */
    Result<void> keepUp();
    /**
     * So many rows were deleted in the open transaction. Their entries stay, as the key in the row decides;
     * but runs of which hardly any row is left go from time to time, so that the index does not outgrow the
     * store.
     */
    Result<void> rowsRemoved(std::size_t rows);
    /** The number of the newest row that it knows or ever knew; never give one to another row. */
    std::int64_t lastRowId() const { return m_lastRowId; }

private:
    KeyIndex(SqlConnection &connection, KeyIndexSizes sizes, KeyHasher hasher, KeyBlockFinder finder,
             KeyBlocks blocks);

    Result<void> readRuns();
    Result<void> findAbandonedBlocks();
    Result<void> readTail();
    Result<void> addNextRows();
    Result<void> indexInOwnTransaction();
    Result<void> writeTail();
    Result<void> writeRun(std::vector<KeyEntry> entries, int level, std::int64_t lastRowId);
    Result<void> registerRun(KeyRun run);
    Result<void> removeRun(std::int64_t runId);
    Result<void> dropSpentRuns();
    Result<std::int64_t> endOfSpentRuns(std::size_t rowsLeft);
    Result<std::vector<KeyEntry>> entriesOfRowsUpTo(std::int64_t rowId);
    Result<void> mergeSome(std::size_t budget);
    Result<void> finishMerge();
    void startMerge();
    Result<void> deleteAbandoned(std::size_t budget);
    std::int64_t nextRunId() { return ++m_lastRunId; }

    SqlConnection &m_connection;
    const KeyIndexSizes m_sizes;
    KeyHasher m_hasher;
    KeyBlockFinder m_finder;
    KeyBlocks m_blocks;
    std::vector<KeyRun> m_runs;                                 ///< oldest first
    std::unordered_multimap<std::int64_t, std::int64_t> m_tail; ///< rows by hash
    std::optional<KeyMerge> m_merge;
    std::vector<std::int64_t> m_abandoned; ///< numbers under which blocks lie that belong to no run
    std::int64_t m_lastRunId = 0;
    std::int64_t m_lastRowId = 0;
    std::size_t m_addedSinceKeepUp = 0;
    std::size_t m_removedSinceDrop = 0;
};

} // namespace linewatch
