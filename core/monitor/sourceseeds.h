// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/liveboard.h"
#include "storage/eventreader.h"

#include <unordered_map>

namespace linewatch {

/** The sources of a store as a board takes them. Asked within the snapshots of one reader, on its thread. */
class SourceSeeds
{
public:
    explicit SourceSeeds(EventReader &reader) : m_reader(reader) { }

    /** Every source with its newest event and no minutes. */
    Result<std::vector<SourceSeed>> all();
    /**
     * Every source that has one of @p rows, with these and no newest event. One that wrote its first event
     * since sources were read is asked for in the snapshot of the rows.
     */
    Result<std::vector<SourceSeed>> of(const std::vector<MinuteTotals> &rows);
    /** Every source with its newest event and @p rows. */
    Result<std::vector<SourceSeed>> allWith(const std::vector<MinuteTotals> &rows);

private:
    Result<void> learn();

    EventReader &m_reader;
    std::unordered_map<std::int64_t, Source> m_sources;
};

} // namespace linewatch
