// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "analytics/machinecycles.h"
#include "analytics/machinereport.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"
#include "ui/widgets/scrollingpage.h"

#include <array>

class QBoxLayout;

namespace linewatch::ui {

class Card;
class DataTable;
class FigureStrip;
class HistogramChart;
class KeyFigureCard;
class MachineEventsModel;
class MachineHeader;
class MachineRejectionsModel;
class StateChart;
class ThemeController;
class TimeChart;

/**
 * One machine: who it is and how it is, key figures, its states, its defect rate and cycle time over time,
 * the distribution of its cycle times, its newest events and what was rejected. It scrolls where the window
 * is too low.
 */
class MachineView : public ScrollingPage
{
    Q_OBJECT

public:
    MachineView(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    /** What only its events tell is kept from before, until setCycles(). */
    void setReport(const MachineId &machine, const MachineReport &report, const StateRules &rules);
    void setCycles(const MachineCycles &cycles);
    /** Why there is nothing that only its events tell. */
    void setCyclesProblem(const QString &problem);
    /** What is shown next is of another machine. */
    void forget();
    /** What people say of it; null: nothing is known of that. */
    void setEntry(const RegisteredMachine *machine, bool canChange);
    /** Why what people wanted to say of it was not kept; empty: nothing is wrong. */
    void setEntryProblem(const QString &problem);

signals:
    void placeChosen(const linewatch::ui::Place &place);
    /** What the registry says of it is to be changed, or is confirmed to be one of ours. */
    void editWanted();
    void confirmWanted();
    void windowChosen(linewatch::TimeWindow window);
    /** How the figure on that card came about is wanted. */
    void explainRequested(const linewatch::Explanation &explanation, QWidget *card);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    FigureStrip *makeFigures();
    QBoxLayout *makePair(QWidget *one, QWidget *other);
    void makeContent();
    void connectCharts();
    void connectFigures();
    void arrange();
    void showFigures();
    QString rateNote() const;

    const ThemeController &m_themes;
    const Formats m_formats;
    MachineId m_machine;
    MachineReport m_report;
    std::optional<MachineCycles> m_cycles;
    StateRules m_rules;
    bool m_hasFitted = false; ///< the columns of tables

    MachineHeader *m_header;
    std::array<KeyFigureCard *, 6> m_figures{};
    StateChart *m_states;
    TimeChart *m_rate;
    TimeChart *m_cycleTime;
    HistogramChart *m_histogram;
    MachineEventsModel *m_events;
    MachineRejectionsModel *m_rejections;
    DataTable *m_eventTable;
    DataTable *m_rejectionTable;
    Card *m_stateCard = nullptr;
    Card *m_rateCard = nullptr;
    Card *m_cycleCard = nullptr;
    Card *m_histogramCard = nullptr;
    Card *m_eventCard = nullptr;
    Card *m_rejectionCard = nullptr;
    std::vector<QBoxLayout *> m_pairs;
};

} // namespace linewatch::ui
