// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/machinesteps.h"
#include "model/machinestate.h"

namespace linewatch {

/** A stretch of time in which a machine was in one state. */
struct StateBand {
    TimeWindow span;
    std::optional<MachineState> state; ///< nothing: it cannot be told, or the time is yet to come

    friend bool operator==(const StateBand &, const StateBand &) = default;
};

/** What was known at the end of a step. */
struct StateSample {
    std::optional<MachineState> state; ///< nothing: it cannot be told, or the time is yet to come
    std::int64_t healthDefects = 0; ///< known ones over the health window before it; 0 where nothing is told

    friend bool operator==(const StateSample &, const StateSample &) = default;
};

/** What states are told of. */
struct StateHistoryPlan {
    Instant since;   ///< before it no event is looked for: where the window begins, or the horizon after it
    Instant horizon; ///< before it there are only sums
    Instant now;
};

/**
 * The state of a machine in each step, as a live view that began at @c since would have shown it at the
 * moment t at which the step ends or, in the one that runs, at @c now; by what the store holds today, so that
 * late events and corrections count. The first that fits:
 *
 * - nothing, where the step begins at @c now or later, or the health window before t reaches behind the
 *   horizon,
 * - NoData: no event from @c since to the end of the step,
 * - Silent: the newest of those is older than t by more than the silence limit,
 * - Warning or Healthy by the known defects in [t - health window, t) against the threshold.
 *
 * What happens between two ends of steps, such as a silence shorter than a step, is not seen.
 */
Result<std::vector<StateSample>> readStateHistory(EventReader &reader, const MachineId &machineId,
                                                  const std::vector<MachineStep> &steps,
                                                  const StateHistoryPlan &plan, const StateRules &rules);

/**
 * Steps of one state together, oldest first; the last one that has a state ends at @p now if that is before
 * its step does. Pure.
 */
std::vector<StateBand> stateBands(const std::vector<MachineStep> &steps,
                                  const std::vector<StateSample> &samples, Instant now);

} // namespace linewatch
