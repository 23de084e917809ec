// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "analytics/machinecycles.h"
#include "analytics/machinereport.h"
#include "analytics/machinerows.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>

namespace linewatch::ui {

class ExplainPopup;
class MachineList;
class MachineView;
class RegistryDesk;

/** All machines, or one of them: what place() names. */
class MachinesPage : public Page
{
    Q_OBJECT

public:
    MachinesPage(const ThemeController &themes, const Formats &formats, QWidget *parent);

    /** Puts the focus where a machine is looked for; where one is shown, nothing. */
    void findMachine();
    /** Where what people say of machines is from; it must outlive this. Once. */
    void setRegistry(RegistryDesk &desk);

signals:
    /** What the registry says of the machine is to be changed. */
    void editWanted(const linewatch::MachineId &machine);

protected:
    void ask() override;
    void changePlace() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Rows {
        std::vector<MachineRow> machines;
        TimeWindow window; ///< what their figures are over: what coverageOf() says of the one asked for
    };

    static Result<Rows> readRows(EventReader &reader, TimeWindow window, const StateRules &rules);
    void explain(Explanation explanation, QWidget *anchor);
    void showEntry();
    void confirm();
    void watchRegistry();
    void askRows();
    void askReport();
    void askCycles();
    void showRows(const Rows &rows);
    void showReport(const MachineReport &report);
    void hearCycles(const Result<MachineCycles> &cycles, std::chrono::milliseconds took);

    RegistryDesk *m_desk = nullptr;
    QStackedWidget *m_content;
    MachineList *m_list;
    MachineView *m_view;
    ExplainPopup *m_explain;
    LatestQuery<Rows> m_rows;
    LatestQuery<MachineReport> m_report;
    LatestQuery<MachineCycles> m_cycles;
    std::optional<ShownTime> m_cyclesTime; ///< that the newest answer about events is of
    std::chrono::milliseconds m_cyclesTook{0};
    QElapsedTimer m_cyclesHeard;
};

} // namespace linewatch::ui
