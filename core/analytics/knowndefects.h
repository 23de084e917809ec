// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

#include <map>

namespace linewatch {

/** Of one machine; @p window must be one whose sums there are. */
Result<std::int64_t> knownDefects(EventReader &reader, const MachineId &machineId, TimeWindow window);

/** The same of each machine that has events in it. */
Result<std::map<MachineId, std::int64_t>> knownDefectsByMachine(EventReader &reader, TimeWindow window);

} // namespace linewatch
