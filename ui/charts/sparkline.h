// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

#include <span>

class QColor;
class QPainter;

namespace linewatch::ui {

/**
 * The points of a small line without axes: values from zero at the lower edge of @p where, the largest a
 * little below its upper edge, evenly spread. Fewer than two values make no line. Pure.
 */
QList<QPointF> sparklinePoints(std::span<const float> values, const QRectF &where);

void paintSparkline(QPainter &painter, const QRectF &where, std::span<const float> values,
                    const QColor &colour);

} // namespace linewatch::ui
