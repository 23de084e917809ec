// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinestate.h"
#include "model/registry.h"
#include "model/timewindow.h"

#include <optional>

namespace linewatch {

/** A machine's state, and the numbers by which it was decided: see machineState(). */
struct StateJudgement {
    MachineState state = MachineState::NoData;
    Instant moment;                        ///< for which it is told
    TimeWindow lookedAt;                   ///< without an event in it there is no data
    bool hasData = false;                  ///< there is one
    bool isOver = false;                   ///< lookedAt is over, so that nothing in it is Silent
    std::optional<Instant> lastEvent = {}; ///< its newest event of all; nothing: it has none, or isOver
    TimeWindow health;                     ///< over which defects count
    Totals totals;                         ///< of its events in health
    StateRules rules;                      ///< of this machine; the silence limit of one that is never Silent
                                           ///< is the longest time there is
    std::optional<Instant> retiredSince = {}; ///< as the registry says

    bool isRetired() const { return retiredSince && *retiredSince <= moment; }
};

/** The same with the state that follows from the rest of it. Pure. */
StateJudgement judged(StateJudgement facts);

/** Since when the machine is retired; nothing: it is not, or nobody said so. Pure. */
std::optional<Instant> retiredSince(const Registry &registry, const MachineId &machineId);

} // namespace linewatch
