// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/reduce.h"

#include <algorithm>
#include <array>

namespace linewatch::ui {

namespace {

constexpr int pointsPerColumn = 4;

using Iterator = QList<QPointF>::const_iterator;

void appendExtremes(QList<QPointF> &result, Iterator first, Iterator last)
{
    const auto byHeight = [](const QPointF &one, const QPointF &other) { return one.y() < other.y(); };
    const auto [lowest, highest] = std::minmax_element(first, last, byHeight);
    std::array<Iterator, pointsPerColumn> kept{first, lowest, highest, last - 1};
    std::ranges::sort(kept);
    const auto end = std::unique(kept.begin(), kept.end());
    for (auto it = kept.begin(); it != end; ++it)
        result.append(**it);
}

} // namespace

QList<QPointF> reduceToColumns(const QList<QPointF> &points, int columns)
{
    const int used = std::clamp(columns, 1, maxSeriesPoints / pointsPerColumn);
    if (points.size() <= used * pointsPerColumn)
        return points;
    const double start = points.front().x();
    const double width = std::max((points.back().x() - start) / used, 1e-12);
    const auto columnOf = [start, width, used](const QPointF &point) {
        return std::min(static_cast<int>((point.x() - start) / width), used - 1);
    };
    QList<QPointF> result;
    for (auto first = points.begin(); first != points.end();) {
        const int column = columnOf(*first);
        const auto last =
            std::find_if(first, points.end(), [&](const QPointF &p) { return columnOf(p) != column; });
        appendExtremes(result, first, last);
        first = last;
    }
    return result;
}

} // namespace linewatch::ui
