// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/models/trend.h"

#include <QList>
#include <QPointF>
#include <QWidget>

class QAreaSeries;
class QLineSeries;
class QPainter;

namespace linewatch::ui {

class ChartCanvas;
class ThemeController;

/**
 * The line of events through the samples, in pieces: where a sample has no value the line breaks. x is the
 * sample's index. A sample alone between two gaps becomes a short dash, or it could not be seen. Pure.
 */
std::vector<QList<QPointF>> eventLines(const std::vector<TrendSample> &samples);

/** Events a minute as a line (left axis), defects a minute as bars (right axis), over the shown window. */
class TrendChart : public QWidget
{
    Q_OBJECT

public:
    TrendChart(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void setTrend(const Trend &trend);

private:
    void reframe();
    void rebuild();
    void rebuildLines();
    void rebuildBars();
    void restyle();
    void paintGaps(QPainter &painter) const;
    QString describe(int column) const;

    const ThemeController &m_themes;
    const Formats m_formats;
    ChartCanvas *m_canvas;
    QAreaSeries *m_normalBars;
    QAreaSeries *m_unusualBars;
    std::vector<QLineSeries *> m_lines; ///< one a piece; those left over are empty
    Trend m_trend;
};

} // namespace linewatch::ui
