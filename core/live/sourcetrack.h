// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/minutehistory.h"
#include "model/event.h"

namespace linewatch {

/** What the board keeps of a machine on one line. */
struct SourceTrack {
    MachineId machineId;
    LineId line; ///< the effective one
    MinuteHistory minutes;
    std::optional<Instant> lastEventTime;

    void add(const EventPayload &payload);
    /** When the newest event is taken away, the start of the newest minute left stands in for its time. */
    void takeAway(const EventPayload &payload);
};

} // namespace linewatch
