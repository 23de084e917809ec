// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/brokenline.h"
#include "ui/models/formats.h"
#include "ui/models/trend.h"

#include <QWidget>

class QAreaSeries;
class QPainter;

namespace linewatch::ui {

class ChartCanvas;
class ThemeController;
class TimeZoom;

/**
 * The line of events through the samples, in pieces: where a sample has no value the line breaks. x is the
 * sample's index. Pure.
 */
std::vector<QList<QPointF>> eventLines(const std::vector<TrendSample> &samples);

/**
 * Events a minute as a line (left axis), defects a minute as bars (right axis), over the shown window or the
 * part of it that the user zoomed into.
 */
class TrendChart : public QWidget
{
    Q_OBJECT

public:
    TrendChart(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void setTrend(const Trend &trend);
    /** Whether the user may want the part that is shown on all pages: windowChosen(). */
    void setWindowOffered(bool offered);
    /** What of the trend is shown. */
    const Trend &shown() const { return m_trend; }

signals:
    /** A part of the window is shown, or the whole again. */
    void zoomChanged(bool zoomed);
    /** The user wants to see the part that is shown everywhere. */
    void windowChosen(linewatch::TimeWindow window);

private:
    void showPart();
    void reframe();
    void rebuild();
    void rebuildBars();
    void restyle();
    void paintGaps(QPainter &painter) const;
    QString describe(int column) const;

    const ThemeController &m_themes;
    const Formats m_formats;
    ChartCanvas *m_canvas;
    TimeZoom *m_zoom;
    QAreaSeries *m_normalBars;
    QAreaSeries *m_unusualBars;
    BrokenLine m_line;
    Trend m_whole;
    Trend m_trend; ///< what of the whole is shown
};

} // namespace linewatch::ui
