// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace linewatch::ui {

/** Where two axes lie on the pixels of a plot. Values to pixels and back, linear, y upwards from zero. */
struct PlotScale {
    QRectF plot;       ///< in pixels
    double xStart = 0; ///< the value on the left edge
    double xEnd = 1;   ///< on the right edge
    double yTop = 1;   ///< on the top edge

    double xToPixel(double x) const;
    double yToPixel(double y) const;
    double xFromPixel(double pixel) const;
    /** A column of width 1 about @p x, as high as the plot, its edges on whole pixels. */
    QRectF columnRect(double x) const;
};

struct Bar {
    double centre = 0;
    double height = 0;
};

/**
 * The outline of bars from zero as one line for an area series, which can be replaced in one go (QBarSet
 * takes its values one by one). Edges lie on whole pixels; where there is room for it, bars give a little of
 * their @p width (in axis units) for a gap. Bars of no height are left out. Pure.
 */
QList<QPointF> barOutline(const std::vector<Bar> &bars, double width, const PlotScale &scale);

} // namespace linewatch::ui
