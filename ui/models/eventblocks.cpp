// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventblocks.h"

namespace linewatch::ui {

const EventItem *EventBlocks::item(int row) const
{
    const auto block = m_blocks.find(blockOf(row));
    const auto within = static_cast<std::size_t>(row % Rows);
    return block != m_blocks.end() && within < block->second.size() ? &block->second[within] : nullptr;
}

void EventBlocks::put(int block, EventStretch rows, int seen)
{
    if (rows.next && std::ssize(rows.items) == Rows)
        m_starts.insert_or_assign(block + 1, std::move(*rows.next));
    m_blocks.insert_or_assign(block, std::move(rows.items));
    while (m_blocks.size() > Most) {
        const bool firstIsFarther = seen - m_blocks.begin()->first > m_blocks.rbegin()->first - seen;
        m_blocks.erase(firstIsFarther ? m_blocks.begin() : std::prev(m_blocks.end()));
    }
}

EventSeek EventBlocks::nearest(int block, const EventSeek &seek) const
{
    const auto after = m_starts.upper_bound(block);
    if (after == m_starts.begin())
        return seek;
    const auto &[start, cursor] = *std::prev(after);
    const std::int64_t row = std::int64_t{start} * Rows;
    return row > seek.row ? EventSeek{row, cursor} : seek;
}

void EventBlocks::clear()
{
    m_blocks.clear();
    m_starts.clear();
}

} // namespace linewatch::ui
