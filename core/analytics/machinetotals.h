// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/groupfigures.h"
#include "storage/eventreader.h"

namespace linewatch {

/** Of one machine; @p window must be one whose sums there are. */
Result<Totals> machineTotals(EventReader &reader, const MachineId &machineId, TimeWindow window);

/** The same of each machine that has events in it. */
Result<SumsByMachine> totalsByMachine(EventReader &reader, TimeWindow window);

} // namespace linewatch
