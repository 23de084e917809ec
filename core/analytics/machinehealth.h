// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"
#include "storage/eventreader.h"

#include <map>

namespace linewatch {

/** A machine's figures over a window (contract, GET /stats). */
struct MachineHealth {
    Totals totals;
    Decimal defectRate;   ///< known defects an hour of the window
    Decimal availability; ///< 0 to 1
    Health health = Health::Healthy;
    std::optional<Instant> lastEventTime; ///< within the window; unknown where its events were removed
};

/**
 * @p window must be valid. Figures are over what coverageOf() says of it. A machine that nobody has heard of
 * has zeros. @p threshold, in defects an hour, is that of machines of which
 * the registry says no other.
 */
Result<MachineHealth> machineHealth(EventReader &reader, const MachineId &machineId, TimeWindow window,
                                    double threshold);

/** The same of every machine that has events in the window, or of @p only where that is not empty. */
Result<std::map<MachineId, MachineHealth>> machineHealths(EventReader &reader, const MachineId &only,
                                                          TimeWindow window, double threshold);

/** The figures of a machine without an event in @p window. */
MachineHealth healthWithoutEvents(TimeWindow window, double threshold);

} // namespace linewatch
