// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartgeometry.h"
#include "ui/charts/niceaxis.h"

#include <QFontMetricsF>
#include <QRectF>

#include <vector>

class QPainter;

namespace linewatch::ui {

struct Theme;

/** The axes of a chart that is made of columns: column i is centred on x = i. */
struct ChartFrame {
    int columns = 0;
    double leftTop = 1;  ///< what the left axis ends with; both axes begin with zero
    double rightTop = 1; ///< what the right axis ends with
    std::vector<Tick> left;
    std::vector<Tick> right;
    std::vector<Tick> bottom;
    bool bottomNamesColumns = false; ///< bottom texts may take two lines and are cut to the width of a column

    /** What is left of @p whole when all labels have their place; on whole pixels, so that lines are sharp.
     */
    QRectF fittingPlot(const QRectF &whole, const QFontMetricsF &metrics) const;
    PlotScale leftScale(const QRectF &plot) const;
    PlotScale rightScale(const QRectF &plot) const;

    friend bool operator==(const ChartFrame &, const ChartFrame &) = default;
};

/** Grid and labels around @p plot, in the font that @p painter has; @p width is that of the whole chart. */
void paintFrame(QPainter &painter, const ChartFrame &frame, const QRectF &plot, double width,
                const Theme &theme);

} // namespace linewatch::ui
