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

/** Event ids that fit what was typed so far. */
struct FoundIds {
    /** Events among which beginnings are looked for, the newest by their times: no index has ids in order. */
    static constexpr int Among = 20'000;

    bool isWhole = false;           ///< there is an event with just that id, however old
    std::vector<EventId> beginning; ///< others that begin so, among the newest events; the newest first

    friend bool operator==(const FoundIds &, const FoundIds &) = default;
};

/** @p typed must not be empty; at most @p limit that begin so. */
Result<FoundIds> findIds(EventReader &reader, const EventId &typed, int limit);

/** Whether there is an event with exactly that id. */
Result<bool> hasEvent(EventReader &reader, const EventId &id);

} // namespace linewatch
