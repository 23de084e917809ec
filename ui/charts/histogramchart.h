// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/cycletimes.h"
#include "ui/models/formats.h"

#include <QWidget>

class QAreaSeries;
class QLabel;
class QPainter;

namespace linewatch::ui {

class ChartCanvas;
class ThemeController;

/** How often cycles took how long: a bar a bin, and the median as a line. */
class HistogramChart : public QWidget
{
    Q_OBJECT

public:
    HistogramChart(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void setTimes(const CycleTimes &times);
    /** Shows words instead, such as why there is nothing to show. */
    void setMessage(const QString &message);

private:
    void rebuild();
    void restyle();
    void nameAxes();
    void paintMedian(QPainter &painter) const;
    QString describe(int column) const;

    const ThemeController &m_themes;
    const Formats m_formats;
    ChartCanvas *m_canvas;
    QLabel *m_caption;
    QAreaSeries *m_bars;
    CycleTimes m_times;
};

} // namespace linewatch::ui
