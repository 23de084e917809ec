// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

namespace linewatch::ui {

/** More points than that are never given to a series. */
inline constexpr int maxSeriesPoints = 2000;

/**
 * The points of a line, thinned out to what can be told apart on @p columns pixels: of each pixel column the
 * first, the lowest, the highest and the last, in their order. A peak is never lost. Lines that have no more
 * points than would be left come back unchanged. @p points are ordered by x. Pure.
 */
QList<QPointF> reduceToColumns(const QList<QPointF> &points, int columns);

} // namespace linewatch::ui
