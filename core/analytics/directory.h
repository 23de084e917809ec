// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/statejudgement.h"
#include "storage/eventreader.h"

namespace linewatch {

/** A machine that has events in the store (contract, GET /machines). */
struct MachineEntry {
    MachineId machineId;
    std::string name;    ///< as the registry has it; empty: none
    LineId line;         ///< of the registry where it says one, else the effective line of its newest event
    FactoryId factoryId; ///< of the registry where it says one, else of its newest event; empty: none
    Instant lastEventTime;
    Instant lastReceivedTime;
    MachineState state = MachineState::NoData;
    StateJudgement judgement = {}; ///< how the state was decided
};

/** A line that has events in the store (contract, GET /lines). */
struct LineEntry {
    LineId lineId;
    std::int64_t machines = 0; ///< that have events on it
    Instant lastEventTime;
};

/** How far back an event may lie for its machine to have a state other than NoData here. */
inline constexpr std::chrono::hours DirectoryWindow{24};

/**
 * By machineId; each with the state NoData, which asks for more than is read here. The line is that of the
 * time of its newest event.
 */
Result<std::vector<MachineEntry>> machinesWithEvents(EventReader &reader);

/** By machineId. States and lines of the registry are those at @p now. */
Result<std::vector<MachineEntry>> listMachines(EventReader &reader, Instant now, const StateRules &rules);

/** By lineId. */
Result<std::vector<LineEntry>> listLines(EventReader &reader);

} // namespace linewatch
