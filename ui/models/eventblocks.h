// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/eventindex.h"

#include <map>

namespace linewatch::ui {

/**
 * What was read of a long list: blocks of rows, of which those are kept that are nearest to what is in sight,
 * and where blocks begin that follow one that was read, which makes them cheap to reach.
 */
class EventBlocks
{
public:
    static constexpr int Rows = 256;        ///< in a block
    static constexpr std::size_t Most = 64; ///< blocks that are kept

    static int blockOf(int row) { return row / Rows; }

    bool has(int block) const { return m_blocks.contains(block); }
    /** Null where it was not read, or was gone when it was. */
    const EventItem *item(int row) const;
    /** Replaces what is there; forgets what is farthest from @p seen, a block, where there are too many. */
    void put(int block, EventStretch rows, int seen);
    /** The nearest place at or before the block's first row that is known, if it is after @p seek. */
    EventSeek nearest(int block, const EventSeek &seek) const;
    std::size_t count() const { return m_blocks.size(); }
    void clear();

private:
    std::map<int, std::vector<EventItem>> m_blocks;
    std::map<int, EventCursor> m_starts; ///< of blocks
};

} // namespace linewatch::ui
