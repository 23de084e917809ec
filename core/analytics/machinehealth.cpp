// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinehealth.h"

#include "analytics/coverage.h"
#include "analytics/readrules.h"

#include <algorithm>

namespace linewatch {

namespace {

void computeFigures(MachineHealth &health, TimeWindow window, double threshold)
{
    health.defectRate = kpi::defectRate(health.totals.defects, window.length());
    health.availability = kpi::availability(health.totals.runTimeMs, window.length());
    health.health = kpi::health(health.totals.defects, window.length(), threshold);
}

/** Those of one machine, or of all. */
Result<MachineRules> rulesFor(EventReader &reader, const MachineId &only, double threshold)
{
    StateRules common;
    common.healthThreshold = threshold;
    return only.isEmpty() ? readRules(reader, common) : readRulesOf(reader, only, common);
}

} // namespace

Result<MachineHealth> machineHealth(EventReader &reader, const MachineId &machineId, TimeWindow window,
                                    double threshold)
{
    const Result<Coverage> coverage = coverageOf(reader, window);
    if (!coverage)
        return coverage.failure();
    const Result<std::map<MachineId, MachineHealth>> found =
        machineHealths(reader, machineId, coverage->window, threshold);
    if (!found)
        return found.failure();
    const auto machine = found->find(machineId);
    return machine == found->end() ? healthWithoutEvents(coverage->window, threshold) : machine->second;
}

Result<std::map<MachineId, MachineHealth>> machineHealths(EventReader &reader, const MachineId &only,
                                                          TimeWindow window, double threshold)
{
    const Result<Coverage> coverage = coverageOf(reader, window);
    if (!coverage)
        return coverage.failure();
    const Result<std::vector<SourceTotals>> parts = reader.totals({only, {}}, planWindow(coverage->window));
    if (!parts)
        return parts.failure();
    const std::optional<TimeWindow> kept = coverage->events();
    std::map<MachineId, MachineHealth> healths;
    for (const SourceTotals &part : *parts) {
        MachineHealth &health = healths[part.source.machineId];
        health.totals += part.totals;
        if (!kept)
            continue;
        const Result<std::optional<Instant>> last = reader.lastEventTime(part.source.sourceId, *kept);
        if (!last)
            return last.failure();
        health.lastEventTime = std::max(health.lastEventTime, *last); // nothing is less than any time
    }
    const Result<MachineRules> rules = rulesFor(reader, only, threshold);
    if (!rules)
        return rules.failure();
    for (auto &[machineId, health] : healths)
        computeFigures(health, coverage->window, rules->of(machineId, coverage->window.end).healthThreshold);
    return healths;
}

MachineHealth healthWithoutEvents(TimeWindow window, double threshold)
{
    MachineHealth health;
    computeFigures(health, window, threshold);
    return health;
}

} // namespace linewatch
