// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

namespace linewatch {

/** Which events of a store are listed. */
struct EventSelection {
    TimeWindow window;   ///< must be valid
    MachineId machineId; ///< empty: every machine
    LineId line;         ///< the effective one; empty: every line
    EventDefects defects = EventDefects::Any;

    friend bool operator==(const EventSelection &, const EventSelection &) = default;
};

/** The sums of a selection's events in a stretch of time, whatever the defects that it asks for. */
struct SummedStep {
    TimeWindow window;
    Totals totals; ///< of one event at least
};

/** Of all that a selection lets through in @p part; exact, from sums and at most two edges. */
Result<Totals> totalsIn(EventReader &reader, const EventSelection &selection, TimeWindow part);

/** The steps of @p window that hold events, the newest first: its buckets of @p width, and its edges. */
Result<std::vector<SummedStep>> readSteps(EventReader &reader, const EventSelection &selection,
                                          TimeWindow window, BucketWidth width);

} // namespace linewatch
