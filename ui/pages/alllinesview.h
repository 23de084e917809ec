// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "analytics/linereport.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"
#include "ui/widgets/scrollingpage.h"

namespace linewatch::ui {

class Card;
class FigureTable;
class GroupSortModel;
class GroupTableModel;
class ParetoChart;
class ThemeController;

/** All lines: their defects as a Pareto, and a row of figures for each. */
class AllLinesView : public ScrollingPage
{
    Q_OBJECT

public:
    AllLinesView(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void showReport(const LinesReport &report);
    FigureTable &table() { return *m_table; }

signals:
    void placeChosen(const linewatch::ui::Place &place);
    void explainRequested(const linewatch::Explanation &explanation, QWidget *anchor);

private:
    void arrange();
    void openMenu(QPoint where);
    LineId lineAt(const QModelIndex &index) const;

    const ThemeController &m_themes;
    const Formats m_formats;
    LinesReport m_report;
    ParetoChart *m_pareto;
    Card *m_paretoCard;
    GroupTableModel *m_model;
    GroupSortModel *m_sorted;
    FigureTable *m_table;
    Card *m_tableCard;
};

} // namespace linewatch::ui
