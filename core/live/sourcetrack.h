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

    /** An event more and an event less, whose minutes are counted in minutes. */
    void noteAdded(Instant eventTime);
    void noteTaken(Instant eventTime);
    /**
     * When the newest event was taken away, the start of the newest minute left stands in for its time. To be
     * called once the minutes are complete.
     */
    void settle();

private:
    std::optional<Instant> m_newestTaken; ///< since it was settled
};

} // namespace linewatch
