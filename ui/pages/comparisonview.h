// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/linereport.h"
#include "ui/models/comparison.h"

#include <QWidget>

class QBoxLayout;

namespace linewatch::ui {

class Card;
class ChartLegend;
class ComparisonChart;
class FigureTable;
class ThemeController;

/** A line beside another one, or beside itself at another time: figures with their difference, and trends. */
class ComparisonView : public QWidget
{
    Q_OBJECT

public:
    ComparisonView(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void showReports(const LineReport &shown, const LineReport &other);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCharts();
    void arrange();

    const ThemeController &m_themes;
    const Formats m_formats;
    ComparisonModel *m_model;
    FigureTable *m_table;
    Card *m_figures;
    ChartLegend *m_legend;
    ComparisonChart *m_defects;
    ComparisonChart *m_events;
    Card *m_charts;
    QBoxLayout *m_halves;
};

} // namespace linewatch::ui
