// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/models/pareto.h"

#include <QWidget>

class QAreaSeries;
class QLabel;
class QLineSeries;
class QPainter;

namespace linewatch::ui {

class ChartCanvas;
class ThemeController;

/**
 * Defects by line as bars (left axis) with their cumulative share (right axis) and the 80 % line. Both axes
 * share one scale: the left one ends where the right one says 100 %.
 */
class ParetoChart : public QWidget
{
    Q_OBJECT

public:
    ParetoChart(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void setPareto(const Pareto &pareto);
    /** Whether a bar leads to its line. */
    void setLinked(bool linked);

signals:
    void lineChosen(const linewatch::LineId &line);

private:
    void rebuild();
    void restyle();
    void paintBelow(QPainter &painter) const;
    void paintAbove(QPainter &painter) const;
    QString describe(int column) const;
    LineId lineAt(int column) const;

    const ThemeController &m_themes;
    const Formats m_formats;
    ChartCanvas *m_canvas;
    QLabel *m_caption;
    QAreaSeries *m_normalBars;
    QAreaSeries *m_warningBars;
    QAreaSeries *m_otherBars;
    QLineSeries *m_cumulative;
    Pareto m_pareto;
    bool m_linked = false;
};

} // namespace linewatch::ui
