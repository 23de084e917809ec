// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/machinecycles.h"
#include "analytics/machinereport.h"
#include "ui/models/keyfigures.h"

namespace linewatch::ui {

/** The cards of one machine. */
struct MachineFigures {
    Figure defectRate;
    Figure availability;
    Figure defectsPer100;
    Figure events;
    Figure cycleTime;
    Figure clock;
};

/** @p cycles may be null: they are not read yet. Pure. */
MachineFigures machineFigures(const MachineReport &report, const MachineCycles *cycles,
                              const StateRules &rules, const Formats &formats);

} // namespace linewatch::ui
