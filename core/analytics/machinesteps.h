// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

namespace linewatch {

/** What a machine did in one step of a window. */
struct MachineStep {
    TimeWindow span;
    Totals totals;                        ///< no events: a gap, and nothing is known of it
    std::optional<Instant> lastEventTime; ///< in the step; unknown where its events were removed
};

/** A window divided for charts. */
struct MachineSteps {
    std::chrono::seconds step{60}; ///< how long one is that the window does not cut
    std::vector<TimeWindow> spans; ///< oldest first
};

/**
 * A window in equal steps of whole buckets, at most some 150; the first and the last are cut by
 * the window, which they cover exactly. Steps are round (1, 5, 10, 15, 30 minutes, 1, 2, 3, 6, 12 hours, 1,
 * 2, 7, 28, 91 days and longer), and of whole hours at least where the window begins before @p horizon.
 * @p window must be valid and, with a horizon, one that coverageOf() gave. Pure.
 */
MachineSteps machineSteps(TimeWindow window, Instant horizon = NothingRemoved);

/**
 * Exact: all steps sum up to the machine's totals over the window. Costs a few looks into the sums for each
 * step and source of the machine, however many other machines there are.
 */
Result<std::vector<MachineStep>> readMachineSteps(EventReader &reader, const MachineId &machineId,
                                                  const std::vector<TimeWindow> &steps);

} // namespace linewatch
