// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/brokenline.h"
#include "ui/models/formats.h"
#include "ui/models/timeseries.h"

#include <QWidget>

class QAreaSeries;
class QLabel;
class QPainter;

namespace linewatch::ui {

class ChartCanvas;
class ThemeController;
class TimeZoom;

/** What a time chart says of itself. */
struct TimeChartTexts {
    QString name;      ///< of the chart
    QString valueName; ///< of what the line shows, with its unit
    QString barName;   ///< of what the bars show, with its unit
};

/**
 * The line through the points, in pieces: where a point has no value the line breaks. x is the point's index.
 * Pure.
 */
std::vector<QList<QPointF>> linePieces(const std::vector<TimePoint> &points);

/**
 * Values over time as a line (left axis), with bars below it (right axis). A drag zooms; steps of which
 * nothing is known are hatched.
 */
class TimeChart : public QWidget
{
    Q_OBJECT

public:
    TimeChart(const ThemeController &themes, const Formats &formats, const TimeChartTexts &texts,
              QWidget *parent = nullptr);

    void setSeries(const TimeSeries &series);
    /** What of the series is shown. */
    const TimeSeries &shown() const { return m_shown; }
    bool isZoomed() const;

signals:
    /** A part of the window is shown, or the whole again. */
    void zoomChanged(bool zoomed);
    /** The user wants to see the part that is shown everywhere. */
    void windowChosen(linewatch::TimeWindow window);

private:
    void showPart();
    void rebuild();
    void reframe();
    void rebuildBars();
    void restyle();
    void nameAxes();
    void paintBelow(QPainter &painter) const;
    QString describe(int column) const;

    const ThemeController &m_themes;
    const Formats m_formats;
    const TimeChartTexts m_texts;
    ChartCanvas *m_canvas;
    TimeZoom *m_zoom;
    QLabel *m_caption;
    QAreaSeries *m_bars;
    BrokenLine m_line;
    TimeSeries m_whole;
    TimeSeries m_shown;
};

} // namespace linewatch::ui
