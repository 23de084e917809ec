// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"
#include "storage/eventreader.h"

namespace linewatch {

/** A machine's figures over a window (contract, GET /stats). */
struct MachineHealth {
    Totals totals;
    Decimal defectRate;   ///< known defects an hour of the window
    Decimal availability; ///< 0 to 1
    Health health = Health::Healthy;
    std::optional<Instant> lastEventTime; ///< within the window
};

/** @p window must be valid. A machine that nobody has heard of has zeros. @p threshold in defects an hour. */
Result<MachineHealth> machineHealth(EventReader &reader, const MachineId &machineId, TimeWindow window,
                                    double threshold);

} // namespace linewatch
