// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/statehistory.h"
#include "ui/models/timesteps.h"

#include <array>

namespace linewatch::ui {

/** In which state a machine was when. */
struct StateTimes {
    TimeSteps steps;              ///< how finely that is known
    std::vector<StateBand> bands; ///< oldest first

    /** How long it was in each state, by MachineState. */
    std::array<std::chrono::microseconds, MachineStateCount> lengths() const;
    /** The band that a step belongs to; null where there is none. */
    const StateBand *bandAt(const TimeWindow &step) const;
    bool hasStates() const;

    friend bool operator==(const StateTimes &, const StateTimes &) = default;
};

} // namespace linewatch::ui
