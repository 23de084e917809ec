// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/groupfigures.h"
#include "analytics/reportwindows.h"
#include "analytics/statejudgement.h"

#include <set>

namespace linewatch {

using StatesByMachine = std::map<MachineId, StateJudgement>;

/**
 * The states of @p machines as the dashboards show them: while the window runs, over the health window that
 * ends at @p now; of a window that is over, over all of it, and none is Silent. @p shown is what each machine
 * did in the window.
 */
Result<StatesByMachine> machineStates(EventReader &reader, const std::set<MachineId> &machines,
                                      const SumsByMachine &shown, const ReportWindows &windows, Instant now,
                                      const StateRules &rules);

} // namespace linewatch
