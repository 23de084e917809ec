// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <span>
#include <vector>

class QColor;
class QPainter;

namespace linewatch::ui {

/**
 * The pieces of a small line without axes that breaks where a value is not known: a gap, not zero. Values
 * from zero at the lower edge of @p where, the largest a little below its upper edge, evenly spread. A value
 * alone between two gaps is a short dash. Pure.
 */
std::vector<QList<QPointF>> sparklinePieces(std::span<const std::optional<float>> values,
                                            const QRectF &where);

void paintSparkline(QPainter &painter, const QRectF &where, std::span<const std::optional<float>> values,
                    const QColor &colour);

} // namespace linewatch::ui
