// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/directory.h"
#include "analytics/machinehealth.h"

namespace linewatch {

/** A machine in a list of all: who it is and its state now, and its figures over a window. */
struct MachineRow {
    MachineEntry entry;
    MachineHealth health;
};

/** By machineId; every machine that has an event, in the window or not. @p window must be valid. */
Result<std::vector<MachineRow>> readMachineRows(EventReader &reader, TimeWindow window, Instant now,
                                                const StateRules &rules);

} // namespace linewatch
