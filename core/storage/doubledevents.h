// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/checkreport.h"
#include "storage/keyblocks.h"

namespace linewatch {

/**
 * Looks for events that are in an SQLite store twice, which its index over keys keeps out and nothing else
 * does. Goes by the entries of the index (storage/keyindex.h), a range of hashes at a time so that memory
 * stays bounded; what has the same hash is told apart by its key.
 */
class DoubledEvents
{
public:
    /** Entries in a range of hashes, about; 16 bytes each. */
    static constexpr std::int64_t RangeEntries = 2'000'000;

    /** @p connection must outlive it. */
    explicit DoubledEvents(SqlConnection &connection, std::int64_t rangeEntries = RangeEntries);

    /** Within a transaction that reads one state; once. */
    Result<CheckedPart> run();

private:
    Result<void> readRuns();
    Result<void> readTail();
    Result<void> checkRange(std::int64_t first, std::int64_t last);
    Result<void> addEntries(std::int64_t runId, std::int64_t first, std::int64_t last,
                            std::vector<KeyEntry> &entries);
    Result<void> compareKeys(const KeyEntry &a, const KeyEntry &b);
    Result<QByteArray> keyOf(std::int64_t rowId);

    SqlConnection &m_connection;
    const std::int64_t m_rangeEntries;
    std::vector<std::int64_t> m_runs;
    std::vector<KeyEntry> m_tail; ///< the rows that no run has yet
    std::int64_t m_entries = 0;   ///< in runs and tail
    CheckedPart m_part{QStringLiteral("ids of events")};
};

} // namespace linewatch
