// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/groupfigures.h"
#include "analytics/teststore.h"
#include "model/dice.h"

#include <map>
#include <set>

namespace linewatch::test {

/** The line that an event counts for where no machine is assigned to another. */
LineId lineOf(const EventPayload &payload);

/**
 * A store and, beside it, all that is in it: for counting by hand. Four machines on two lines and on none,
 * which change their line, with unknown defects, corrections of anything and rejected events.
 */
class CountedPlant
{
public:
    /** @p events of them over @p span, a third of which are corrected. */
    CountedPlant(std::uint32_t seed, TimeWindow span, int events);

    /** Sums of each machine over the window; empty ids mean all of them. */
    SumsByMachine count(TimeWindow window, const LineId &line = {}, const MachineId &machine = {}) const;
    Totals total(TimeWindow window, const LineId &line = {}, const MachineId &machine = {}) const;
    std::set<LineId> lines(TimeWindow window) const;
    /** Received in the window; an empty id means every machine. */
    std::int64_t rejected(TimeWindow window, const std::string &machine = {}) const;
    std::optional<Instant> last(const MachineId &machine) const;

    TestStore store;

private:
    EventPayload made(Dice &dice) const;

    const TimeWindow m_span;
    std::map<std::string, EventPayload> m_events;
    std::vector<std::pair<std::string, Instant>> m_rejected;
};

} // namespace linewatch::test
