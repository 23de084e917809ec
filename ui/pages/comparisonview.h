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

signals:
    /** How the figures of a row came about, and their difference, is wanted. */
    void explainRequested(const linewatch::Explanation &explanation, QWidget *anchor);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCharts();
    void arrange();
    void explainRow(const QModelIndex &index);
    void openMenu(QPoint where);

    const ThemeController &m_themes;
    const Formats m_formats;
    LineReport m_shown;
    LineReport m_other;
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
