// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartgeometry.h"

#include <algorithm>
#include <cmath>

namespace linewatch::ui {

double PlotScale::xToPixel(double x) const
{
    return plot.left() + (x - xStart) / (xEnd - xStart) * plot.width();
}

double PlotScale::yToPixel(double y) const
{
    return plot.bottom() - y / yTop * plot.height();
}

double PlotScale::xFromPixel(double pixel) const
{
    return xStart + (pixel - plot.left()) / plot.width() * (xEnd - xStart);
}

QList<QPointF> barOutline(const std::vector<Bar> &bars, double width, const PlotScale &scale)
{
    constexpr double narrowestWithGap = 3; // pixels
    QList<QPointF> outline;
    for (const Bar &bar : bars) {
        if (!(bar.height > 0))
            continue;
        const double leftPixel = std::round(scale.xToPixel(bar.centre - width / 2));
        const double rightPixel = std::round(scale.xToPixel(bar.centre + width / 2));
        const double gap = rightPixel - leftPixel >= narrowestWithGap ? 1 : 0;
        const double left = scale.xFromPixel(leftPixel);
        const double right = scale.xFromPixel(std::max(rightPixel - gap, leftPixel + 1));
        outline << QPointF(left, 0) << QPointF(left, bar.height) << QPointF(right, bar.height) << QPointF(right, 0);
    }
    return outline;
}

} // namespace linewatch::ui
