// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/brokenline.h"
#include "ui/models/comparedtrends.h"

#include <QWidget>

namespace linewatch::ui {

class ChartCanvas;
class ThemeController;

/**
 * One measure of two trends as two lines: a solid one and a dashed one. Where the trends are of different
 * windows, time is since the start of each.
 */
class ComparisonChart : public QWidget
{
    Q_OBJECT

public:
    enum class Measure { Events, Defects }; ///< events a minute, known defects an hour

    ComparisonChart(const ThemeController &themes, const Formats &formats, Measure measure,
                    QWidget *parent = nullptr);

    void setTrends(const ComparedTrends &trends);

private:
    void rebuild();
    void restyle();
    std::vector<QList<QPointF>> pieces(const Trend &trend) const;
    TrendMeasure measure() const;
    double unit() const;
    QString describe(int column) const;
    QString when(int column) const;
    QString table() const;

    const ThemeController &m_themes;
    const Formats m_formats;
    const Measure m_measure;
    ChartCanvas *m_canvas;
    BrokenLine m_shown;
    BrokenLine m_other;
    ComparedTrends m_trends;
};

} // namespace linewatch::ui
