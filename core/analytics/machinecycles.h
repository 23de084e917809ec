// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/cycletimes.h"
#include "storage/eventreader.h"

namespace linewatch {

/** What only the events themselves tell of a machine: more to read than a MachineReport. */
struct MachineCycles {
    CycleTimes times;                      ///< of the events read
    std::int64_t events = 0;               ///< read: those of the window, the newest MostEvents of them
    bool isOfNewest = false;               ///< there are more in the window than were read
    std::int64_t corrected = 0;            ///< of the events read, those that a correction changed
    std::vector<RejectedEvent> rejections; ///< the machine's newest, at any time, at most MostRejections

    static constexpr int MostEvents = 20'000;
    static constexpr int MostRejections = 20;
};

/** @p window must be valid. Ask in one snapshot. */
Result<MachineCycles> readMachineCycles(EventReader &reader, const MachineId &machineId, TimeWindow window);

} // namespace linewatch
