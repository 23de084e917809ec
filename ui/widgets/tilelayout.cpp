// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tilelayout.h"

#include <algorithm>

namespace linewatch::ui {

TileLayout::TileLayout(std::span<const int> groupSizes, int width, const TileMetrics &metrics)
    : m_metrics(metrics)
    , m_columns(std::max(1, (width + metrics.gap) / (metrics.narrowestTile + metrics.gap)))
{
    const int forTiles = std::max(0, width - (m_columns - 1) * metrics.gap);
    m_tileWidth = forTiles / m_columns;
    m_spare = forTiles % m_columns;
    for (const int size : groupSizes) {
        Group group{.firstTile = m_tiles, .tiles = size, .top = m_height, .bottom = 0};
        group.bottom = group.top + metrics.headerHeight + (lastRow(group) + 1) * rowPitch();
        m_groups.push_back(group);
        m_tiles += size;
        m_height = group.bottom;
    }
}

QRect TileLayout::tile(int index) const
{
    if (index < 0 || index >= m_tiles)
        return {};
    const Group &group = m_groups[static_cast<std::size_t>(groupOf(index))];
    const int column = (index - group.firstTile) % m_columns;
    const int row = (index - group.firstTile) / m_columns;
    const int left = column * (m_tileWidth + m_metrics.gap) + std::min(column, m_spare);
    return {left, group.top + m_metrics.headerHeight + row * rowPitch(),
            m_tileWidth + (column < m_spare ? 1 : 0), m_metrics.tileHeight};
}

QRect TileLayout::header(int group) const
{
    const int width = m_columns * (m_tileWidth + m_metrics.gap) - m_metrics.gap + m_spare;
    return {0, m_groups[static_cast<std::size_t>(group)].top, width, m_metrics.headerHeight};
}

std::optional<int> TileLayout::tileAt(QPoint point) const
{
    const auto [first, last] = tilesBetween(point.y(), point.y());
    for (int index = first; index < last; ++index) {
        if (tile(index).contains(point))
            return index;
    }
    return std::nullopt;
}

std::pair<int, int> TileLayout::tilesBetween(int top, int bottom) const
{
    const auto [firstGroup, endGroup] = groupsBetween(top, bottom);
    if (firstGroup == endGroup)
        return {0, 0};
    const Group &first = m_groups[static_cast<std::size_t>(firstGroup)];
    const Group &last = m_groups[static_cast<std::size_t>(endGroup) - 1];
    const int rowsAbove = std::max(0, (top - first.top - m_metrics.headerHeight) / rowPitch());
    const int rowsUntil = std::max(0, (bottom - last.top - m_metrics.headerHeight) / rowPitch() + 1);
    return {first.firstTile + std::min(first.tiles, rowsAbove * m_columns),
            last.firstTile + std::min(last.tiles, rowsUntil * m_columns)};
}

std::pair<int, int> TileLayout::groupsBetween(int top, int bottom) const
{
    const auto first =
        std::ranges::partition_point(m_groups, [top](const Group &g) { return g.bottom <= top; });
    const auto end =
        std::ranges::partition_point(m_groups, [bottom](const Group &g) { return g.top <= bottom; });
    return {static_cast<int>(first - m_groups.begin()),
            static_cast<int>(std::max(first, end) - m_groups.begin())};
}

int TileLayout::above(int index) const
{
    const int at = groupOf(index);
    const Group &group = m_groups[static_cast<std::size_t>(at)];
    const int place = index - group.firstTile;
    if (place >= m_columns)
        return index - m_columns;
    if (at == 0)
        return index;
    const Group &before = m_groups[static_cast<std::size_t>(at) - 1];
    return inRow(before, lastRow(before), place % m_columns);
}

int TileLayout::below(int index) const
{
    const int at = groupOf(index);
    const Group &group = m_groups[static_cast<std::size_t>(at)];
    const int place = index - group.firstTile;
    if (place / m_columns < lastRow(group))
        return inRow(group, place / m_columns + 1, place % m_columns);
    if (at + 1 == static_cast<int>(m_groups.size()))
        return index;
    return inRow(m_groups[static_cast<std::size_t>(at) + 1], 0, place % m_columns);
}

int TileLayout::groupOf(int index) const
{
    const auto next =
        std::ranges::partition_point(m_groups, [index](const Group &g) { return g.firstTile <= index; });
    return static_cast<int>(next - m_groups.begin()) - 1;
}

int TileLayout::inRow(const Group &group, int row, int column) const
{
    return group.firstTile + std::min(row * m_columns + column, group.tiles - 1);
}

} // namespace linewatch::ui
