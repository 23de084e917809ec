// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/checkreport.h"
#include "storage/keyhash.h"
#include "storage/keymerge.h"

namespace linewatch {

/**
 * Holds the index over keys (storage/keyindex.h) against the events: its runs in order, and each event that
 * is in runs found through just one entry, which its run's filter lets through. The events are taken a slice
 * at a time, and all runs are read for each slice, so that memory stays bounded.
 */
class KeyIndexCheck
{
public:
    /** Events in a slice; some 20 bytes each. */
    static constexpr std::size_t SliceEvents = 2'000'000;
    /** Called now and then with the events that were looked at. */
    using Progress = std::function<void(std::int64_t)>;

    /** Whether rows may have been removed whose entries are still there. */
    enum class Rows { AllThere, SomeRemoved };

    /** @p connection must outlive it. */
    explicit KeyIndexCheck(SqlConnection &connection, Rows rows = Rows::AllThere,
                           std::size_t sliceEvents = SliceEvents);

    /** Within a transaction that reads one state; once. */
    Result<std::vector<CheckedPart>> run(const Progress &progress);

private:
    /** Events by their row numbers, which rise. */
    struct Slice {
        std::vector<std::int64_t> rowIds;
        std::vector<std::int64_t> hashes;
        std::vector<std::uint8_t> found; ///< how many entries lead there, as far as that can be counted
    };

    Result<void> readRuns();
    Result<void> checkRun(const KeyRun &run);
    void checkOrder(const KeyRun &run, std::int64_t firstHash, const std::vector<KeyEntry> &block,
                    std::optional<std::int64_t> before);
    Result<void>
    readBlocks(const KeyRun &run,
               const std::function<void(std::int64_t firstHash, const std::vector<KeyEntry> &)> &use);
    Result<Slice> readSlice(std::int64_t after);
    Result<void> checkSlice(Slice &slice);
    void noteEntry(const KeyRun &run, const KeyEntry &entry, Slice &slice);
    QString nameOfRow(std::int64_t rowId);

    SqlConnection &m_connection;
    const Rows m_rows;
    const std::size_t m_sliceEvents;
    std::optional<KeyHasher> m_hasher;
    std::int64_t m_indexed = 0; ///< rows up to this are in runs
    std::vector<KeyRun> m_runs;
    std::int64_t m_entries = 0;     ///< in all runs
    std::int64_t m_entriesUsed = 0; ///< that lead to an event
    CheckedPart m_runPart{QStringLiteral("entries of runs of keys")};
    CheckedPart m_eventPart{QStringLiteral("keys of events")};
};

} // namespace linewatch
