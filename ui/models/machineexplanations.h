// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "analytics/machinecycles.h"
#include "analytics/machinereport.h"
#include "analytics/machinerows.h"

namespace linewatch::ui {

/**
 * Explains a figure on the page of a machine by the numbers that are on screen: what sums tell, State and
 * Clock. @p cycles may be null: they are not read yet. Pure.
 */
Explanation explainMachine(FigureKind kind, const MachineId &machine, const MachineReport &report,
                           const MachineCycles *cycles);

/** Explains a figure of a row in the table of machines. @p window is what the row is over. Pure. */
Explanation explainMachineRow(FigureKind kind, const MachineRow &row, TimeWindow window);

} // namespace linewatch::ui
