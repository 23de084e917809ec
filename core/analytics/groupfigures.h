// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"
#include "model/kpi.h"

#include <map>
#include <optional>

namespace linewatch {

/**
 * What some machines (one, those of a line, all of them) did over a window: the numbers that all of their
 * figures are made of. A figure is nothing where no machine had an event: there is nothing to tell then.
 */
struct GroupFigures {
    TimeWindow window;         ///< valid
    std::int64_t machines = 0; ///< with at least one event in it
    Totals totals;

    bool hasEvents() const { return totals.events > 0; }

    /** Known defects an hour of the window. */
    std::optional<Decimal> defectRate() const;
    /** Known defects per 100 events. */
    std::optional<Decimal> defectsPercent() const;
    /** Run time / (length of the window x machines), 0 to 1. */
    std::optional<Decimal> availability() const;
    /** Events whose defects are not known, in percent of all events. */
    std::optional<Decimal> unknownPercent() const;
    /** Events a minute of the window; 0 without events. */
    std::optional<Decimal> eventsPerMinute() const;
    /** Run time / events, in seconds. */
    std::optional<Decimal> cycleTime() const;

    friend bool operator==(const GroupFigures &, const GroupFigures &) = default;
};

/** Sums of machines, each with at least one event. */
using SumsByMachine = std::map<MachineId, Totals>;

GroupFigures groupFigures(TimeWindow window, const SumsByMachine &machines);

} // namespace linewatch
