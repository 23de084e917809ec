// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/eventsteps.h"
#include "analytics/groupfigures.h"
#include "model/dice.h"
#include "storage/sqlregistrystore.h"
#include "storage/testengines.h"
#include "storage/testwriters.h"

#include <map>
#include <set>

namespace linewatch::test {

/**
 * A store with random events, some of them corrected, of machines whose lines change at random times, and
 * what it must say, counted event by event. Two of five events state a line themselves.
 */
class DatedPlant
{
public:
    /** @p span is as long as events and changes of lines are spread over. */
    DatedPlant(const DatabaseUrl &url, int nodes, std::uint32_t seed, TimeWindow span, int events);

    /** Draws the lines of all machines anew; false where none is to change within the span. */
    void assignAnew();
    EventReader &reader() { return *m_writers.all().front().reader; }
    const std::map<std::string, EventPayload> &events() const { return m_events; }
    LineId lineOf(const EventPayload &payload) const;
    /** By line and machine; empty: all. */
    std::map<LineId, SumsByMachine> count(TimeWindow window, const FactoryId &factory = {}) const;
    /** Ids as pages list them. */
    std::vector<std::string> listed(const EventSelection &selection) const;
    Dice &dice() { return m_dice; }
    TimeWindow randomWindow();
    std::vector<MachineId> machines() const;

private:
    EventPayload made();

    Dice m_dice;
    TimeWindow m_span;
    TestWriters m_writers;
    std::unique_ptr<SqlRegistryStore> m_registry;
    std::map<std::string, EventPayload> m_events;
    std::map<MachineId, LineAssignments> m_assignments;
};

} // namespace linewatch::test
