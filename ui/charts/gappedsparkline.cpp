// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/gappedsparkline.h"

#include "ui/charts/reduce.h"
#include "ui/models/linepieces.h"

#include <QPainter>
#include <QPen>

#include <algorithm>

namespace linewatch::ui {

std::vector<QList<QPointF>> sparklinePieces(std::span<const std::optional<float>> values, const QRectF &where)
{
    if (values.size() < 2)
        return {};
    constexpr double headroom = 1.15;
    constexpr float least = 1; // a line of zeros lies on the lower edge
    float largest = least;
    for (const std::optional<float> &value : values)
        largest = std::max(largest, value.value_or(0));
    const double top = headroom * static_cast<double>(largest);
    const double step = where.width() / static_cast<double>(values.size() - 1);
    std::vector<std::optional<QPointF>> line(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double height = static_cast<double>(values[i].value_or(0)) / top * where.height();
        if (values[i])
            line[i] = QPointF(where.left() + static_cast<double>(i) * step, where.bottom() - height);
    }
    constexpr double halfDash = 1.5; // pixels
    std::vector<QList<QPointF>> pieces = linePieces(line, halfDash);
    for (QList<QPointF> &piece : pieces)
        piece = reduceToColumns(piece, std::max(2, static_cast<int>(where.width())));
    return pieces;
}

void paintSparkline(QPainter &painter, const QRectF &where, std::span<const std::optional<float>> values,
                    const QColor &colour)
{
    painter.setPen(QPen(colour, 1.25));
    painter.setBrush(Qt::NoBrush);
    for (const QList<QPointF> &piece : sparklinePieces(values, where))
        painter.drawPolyline(piece.constData(), static_cast<int>(piece.size()));
}

} // namespace linewatch::ui
