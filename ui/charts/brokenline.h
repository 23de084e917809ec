// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPen>
#include <QPointF>

#include <vector>

class QLineSeries;

namespace linewatch::ui {

class ChartCanvas;

/** A line with gaps, against the left axis of a canvas. */
class BrokenLine
{
public:
    static constexpr double Width = 1.75; ///< of a usual one, in pixels

    /** @p canvas outlives it. */
    explicit BrokenLine(ChartCanvas &canvas) : m_canvas(canvas) { }

    /** In place of those before, thinned out to what the plot's pixels tell apart. */
    void setPieces(std::vector<QList<QPointF>> pieces);
    void setPen(const QPen &pen);

private:
    ChartCanvas &m_canvas;
    QPen m_pen;
    std::vector<QLineSeries *> m_series; ///< one a piece; those left over are empty
};

} // namespace linewatch::ui
