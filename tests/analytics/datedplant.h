// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/eventsteps.h"
#include "analytics/groupfigures.h"
#include "model/dice.h"
#include "storage/sqlregistrystore.h"
#include "storage/testengines.h"
#include "storage/writtenstore.h"

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
    DatedPlant(const DatabaseUrl &url, int nodes, TimeWindow span, int events);

    /** Other lines and other chances, the same for the same @p seed. To be called first. */
    void beginAnew(std::uint32_t seed);
    /** Draws the lines of all machines anew. */
    void assignAnew();
    EventReader &reader() { return m_store.reader(); }
    const std::map<std::string, StoredEvent> &events() const { return m_store.rows(); }
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
    WrittenStore m_store;
    std::unique_ptr<SqlRegistryStore> m_registry;
    std::map<MachineId, LineAssignments> m_assignments;
};

} // namespace linewatch::test
