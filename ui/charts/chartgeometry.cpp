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

QRectF PlotScale::columnRect(double x) const
{
    const double left = std::round(xToPixel(x - 0.5));
    const double right = std::round(xToPixel(x + 0.5));
    return {left, plot.top(), right - left, plot.height()};
}

QList<QPointF> barOutline(const std::vector<Bar> &bars, double width, const PlotScale &scale)
{
    constexpr double narrowestWithGap = 3; // pixels
    constexpr double gapShare = 0.12;
    QList<QPointF> outline;
    for (const Bar &bar : bars) {
        if (!(bar.height > 0))
            continue;
        const double leftPixel = std::round(scale.xToPixel(bar.centre - width / 2));
        const double rightPixel = std::round(scale.xToPixel(bar.centre + width / 2));
        const double room = rightPixel - leftPixel;
        const double gap = room >= narrowestWithGap ? std::max(1.0, std::round(gapShare * room)) : 0;
        const double left = scale.xFromPixel(leftPixel + std::floor(gap / 2));
        const double right = scale.xFromPixel(std::max(rightPixel - std::ceil(gap / 2), leftPixel + 1));
        outline << QPointF(left, 0) << QPointF(left, bar.height) << QPointF(right, bar.height)
                << QPointF(right, 0);
    }
    return outline;
}

} // namespace linewatch::ui
