// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "analytics/linereport.h"
#include "ui/models/comparison.h"
#include "ui/models/place.h"
#include "ui/widgets/scrollingpage.h"

class QShortcut;

namespace linewatch::ui {

class Card;
class ComparisonView;
class FigureStrip;
class FigureTable;
class GroupSortModel;
class GroupTableModel;
class KeyFigureCard;
class LineHead;
class ThemeController;
class TrendChart;

/** One line: key figures, trend and machines, or beside what it is compared with. */
class LineView : public ScrollingPage
{
    Q_OBJECT

public:
    LineView(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    /** @p other is what the line is compared with, as it was chosen; nothing: it is not. */
    void showReport(const LineReport &report, const std::optional<LineReport> &other);

    /** What is chosen to compare with. */
    const CompareWith &compareWith() const { return m_compareWith; }
    /** Chooses it, without a signal. */
    void setCompareWith(const CompareWith &choice);

    /** Of its machines. */
    FigureTable &table() { return *m_table; }

signals:
    void placeChosen(const linewatch::ui::Place &place);
    void explainRequested(const linewatch::Explanation &explanation, QWidget *anchor);
    void compareWithChanged();
    /** A part of the trend is wanted on all pages. */
    void windowChosen(linewatch::TimeWindow window);

private:
    FigureStrip *makeFigures();
    QWidget *makeUsual();
    void arrange();
    void choose(const CompareWith &choice);
    void askForWindow();
    void openMenu(QPoint where);
    void showFigures(const LineReport &report);
    void showComparison(bool shown);
    MachineId machineAt(const QModelIndex &index) const;

    const ThemeController &m_themes;
    const Formats m_formats;
    LineReport m_report;
    CompareWith m_compareWith;
    LineHead *m_head;
    KeyFigureCard *m_machinesCard;
    KeyFigureCard *m_eventsCard;
    KeyFigureCard *m_rateCard;
    KeyFigureCard *m_percentCard;
    KeyFigureCard *m_availabilityCard;
    TrendChart *m_trend;
    Card *m_trendCard;
    GroupTableModel *m_model;
    GroupSortModel *m_sorted;
    FigureTable *m_table;
    Card *m_tableCard;
    ComparisonView *m_comparison;
    QWidget *m_usual;
    QShortcut *m_escape;
};

} // namespace linewatch::ui
