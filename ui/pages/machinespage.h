// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/machinecycles.h"
#include "analytics/machinereport.h"
#include "analytics/machinerows.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>

namespace linewatch::ui {

class ExplainPopup;
class MachineList;
class MachineView;

/** All machines, or one of them: what place() names. */
class MachinesPage : public Page
{
    Q_OBJECT

public:
    MachinesPage(const ThemeController &themes, const Formats &formats, QWidget *parent);

    /** Puts the focus where a machine is looked for; where one is shown, nothing. */
    void findMachine();

protected:
    void ask() override;
    void changePlace() override;

private:
    void askRows();
    void askReport();
    void askCycles();
    void showRows(std::vector<MachineRow> rows, TimeWindow window);
    void showReport(const MachineReport &report);
    void hearCycles(const Result<MachineCycles> &cycles, std::chrono::milliseconds took);

    QStackedWidget *m_content;
    MachineList *m_list;
    MachineView *m_view;
    ExplainPopup *m_explain;
    LatestQuery<std::vector<MachineRow>> m_rows;
    LatestQuery<MachineReport> m_report;
    LatestQuery<MachineCycles> m_cycles;
    std::optional<ShownTime> m_cyclesTime; ///< that the newest answer about events is of
    std::chrono::milliseconds m_cyclesTook{0};
    QElapsedTimer m_cyclesHeard;
};

} // namespace linewatch::ui
