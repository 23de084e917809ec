// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/windowsteps.h"

#include <map>

namespace linewatch {

/** What happened in each step of a window, oldest first. A step without events has sums of zero. */
using StepList = std::vector<Totals>;

/** The steps of each machine on each line. */
using StepsByLine = std::map<LineId, std::map<MachineId, StepList>>;

/**
 * @p window must be one that can be covered. Lists have steps.count(window) members. Where @p only is given,
 * other lines are incomplete or missing.
 */
Result<StepsByLine> readStepsByLine(EventReader &reader, TimeWindow window, const WindowSteps &steps,
                                    const LineId &only = {});

/** Adds @p other, step by step. */
void addSteps(StepList &sum, const StepList &other);

/** Known defects in each step; nothing where there were no events, or none that knew. Pure. */
std::vector<std::optional<std::int64_t>> knownDefects(const StepList &steps);

} // namespace linewatch
