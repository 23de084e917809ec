// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/statehistory.h"

#include "analytics/machinetotals.h"

#include <algorithm>

namespace linewatch {

namespace {

bool canBeTold(Instant moment, const StateHistoryPlan &plan, const StateRules &rules)
{
    return plan.horizon == NothingRemoved || moment - rules.healthWindow >= plan.horizon;
}

} // namespace

Result<std::vector<StateSample>> readStateHistory(EventReader &reader, const MachineId &machineId,
                                                  const std::vector<MachineStep> &steps,
                                                  const StateHistoryPlan &plan, const StateRules &rules)
{
    std::vector<StateSample> samples;
    samples.reserve(steps.size());
    std::optional<Instant> lastEvent;
    for (const MachineStep &step : steps) {
        if (step.lastEventTime >= plan.since) // nothing is less than any time
            lastEvent = step.lastEventTime;
        const Instant moment = std::min(step.span.end, plan.now);
        if (step.span.start >= plan.now || !canBeTold(moment, plan, rules)) {
            samples.emplace_back();
            continue;
        }
        const Result<Totals> totals = machineTotals(reader, machineId, {moment - rules.healthWindow, moment});
        if (!totals)
            return totals.failure();
        samples.push_back(
            {machineState(lastEvent, moment, totals->defects, rules.healthWindow, rules), totals->defects});
    }
    return samples;
}

std::vector<StateBand> stateBands(const std::vector<MachineStep> &steps,
                                  const std::vector<StateSample> &samples, Instant now)
{
    std::vector<StateBand> bands;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        TimeWindow span = steps[i].span;
        if (samples[i].state)
            span.end = std::min(span.end, now);
        if (!bands.empty() && bands.back().state == samples[i].state)
            bands.back().span.end = span.end;
        else
            bands.push_back({span, samples[i].state});
    }
    return bands;
}

} // namespace linewatch
