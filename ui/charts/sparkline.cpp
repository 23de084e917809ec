// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkline.h"

#include "ui/charts/reduce.h"

#include <QPainter>
#include <QPen>

#include <algorithm>

namespace linewatch::ui {

QList<QPointF> sparklinePoints(std::span<const float> values, const QRectF &where)
{
    QList<QPointF> points;
    if (values.size() < 2)
        return points;
    constexpr double headroom = 1.15;
    const double top = std::max(1e-6, headroom * static_cast<double>(*std::ranges::max_element(values)));
    const double step = where.width() / static_cast<double>(values.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double height = static_cast<double>(values[i]) / top * where.height();
        points.append({where.left() + static_cast<double>(i) * step, where.bottom() - height});
    }
    return reduceToColumns(points, static_cast<int>(where.width()));
}

void paintSparkline(QPainter &painter, const QRectF &where, std::span<const float> values,
                    const QColor &colour)
{
    const QList<QPointF> points = sparklinePoints(values, where);
    painter.setPen(QPen(colour, 1.25));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points.constData(), static_cast<int>(points.size()));
}

} // namespace linewatch::ui
