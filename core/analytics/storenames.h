// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

namespace linewatch {

/** A machine and the line of its newest event. */
struct MachineName {
    MachineId machineId;
    LineId line;

    friend bool operator==(const MachineName &, const MachineName &) = default;
};

/** What a store has names for. */
struct StoreNames {
    std::vector<MachineName> machines; ///< by machineId
    std::vector<LineId> lines;         ///< by lineId

    friend bool operator==(const StoreNames &, const StoreNames &) = default;
};

/** Every machine and every line that ever had an event, or that one of these machines is assigned to. Reads
 * no events: its cost grows with the names. */
Result<StoreNames> readStoreNames(EventReader &reader);

/** Whether there is an event with exactly that id. */
Result<bool> hasEvent(EventReader &reader, const EventId &id);

} // namespace linewatch
