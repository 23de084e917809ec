// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace linewatch::ui {

/** Sizes in pixels of what a TileLayout puts next to each other. */
struct TileMetrics {
    int narrowestTile = 190;
    int tileHeight = 64;
    int gap = 8;
    int headerHeight = 24;
};

/**
 * Where the tiles of a grouped grid lie: groups below each other, each a header and then as many rows of
 * tiles as it needs, all in the same columns. Coordinates are those of the whole content, from its upper left
 * corner. A value; finding things in it takes logarithmic time, so that thousands of tiles cost nothing.
 */
class TileLayout
{
public:
    TileLayout() = default;
    /** @p groupSizes: tiles in each group, none empty. */
    TileLayout(std::span<const int> groupSizes, int width, const TileMetrics &metrics);

    int columns() const { return m_columns; }
    int tiles() const { return m_tiles; }
    int height() const { return m_height; }

    QRect tile(int index) const;
    QRect header(int group) const;
    std::optional<int> tileAt(QPoint point) const;

    /** The half-open range of tiles that may be seen between @p top and @p bottom; the same for groups. */
    std::pair<int, int> tilesBetween(int top, int bottom) const;
    std::pair<int, int> groupsBetween(int top, int bottom) const;

    /** The tile one row above or below, in the same column or the last before it; else the same tile. */
    int above(int index) const;
    int below(int index) const;

private:
    struct Group {
        int firstTile;
        int tiles;
        int top;
        int bottom;
    };

    int groupOf(int index) const;
    int rowPitch() const { return m_metrics.tileHeight + m_metrics.gap; }
    int inRow(const Group &group, int row, int column) const;
    int lastRow(const Group &group) const { return (group.tiles - 1) / m_columns; }

    TileMetrics m_metrics;
    std::vector<Group> m_groups;
    int m_columns = 1;
    int m_tileWidth = 0;
    int m_spare = 0; ///< pixels that the columns could not share evenly: the first ones get one more
    int m_tiles = 0;
    int m_height = 0;
};

} // namespace linewatch::ui
