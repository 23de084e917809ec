// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/brokenline.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/reduce.h"

#include <QLineSeries>

namespace linewatch::ui {

void BrokenLine::setPieces(std::vector<QList<QPointF>> pieces)
{
    const auto columns = static_cast<int>(m_canvas.scale(ChartCanvas::Side::Left).plot.width());
    while (m_series.size() < pieces.size()) {
        m_series.push_back(m_canvas.addLine(ChartCanvas::Side::Left));
        m_series.back()->setPen(m_pen);
    }
    pieces.resize(m_series.size()); // empties the series left over
    for (std::size_t i = 0; i < pieces.size(); ++i)
        m_series[i]->replace(reduceToColumns(pieces[i], columns));
}

void BrokenLine::setPen(const QPen &pen)
{
    m_pen = pen;
    for (QLineSeries *series : m_series)
        series->setPen(pen);
}

} // namespace linewatch::ui
