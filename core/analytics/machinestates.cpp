// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinestates.h"

#include "analytics/machinetotals.h"
#include "model/healthwindow.h"
#include "model/machinerules.h"

#include <algorithm>

namespace linewatch {

namespace {

Totals totalsOf(const SumsByMachine &sums, const MachineId &machineId)
{
    const auto found = sums.find(machineId);
    return found == sums.end() ? Totals() : found->second;
}

Result<std::map<MachineId, Instant>> lastEvents(EventReader &reader, const std::set<MachineId> &machines)
{
    const Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    const Result<std::unordered_map<std::int64_t, Instant>> times = reader.lastEventTimes(std::nullopt);
    if (!times)
        return times.failure();
    std::map<MachineId, Instant> newest;
    for (const Source &source : *sources) {
        const auto last = times->find(source.sourceId);
        if (last == times->end() || !machines.contains(source.machineId))
            continue;
        const auto known = newest.try_emplace(source.machineId, last->second).first;
        known->second = std::max(known->second, last->second);
    }
    return newest;
}

/** Over all of a window that is over. */
StatesByMachine pastStates(const std::set<MachineId> &machines, const SumsByMachine &shown,
                           const TimeWindow &window, const MachineRules &rules, const Registry &registry)
{
    StatesByMachine states;
    for (const MachineId &machineId : machines) {
        states[machineId] = judged({.moment = window.end,
                                    .lookedAt = window,
                                    .hasData = shown.contains(machineId),
                                    .isOver = true,
                                    .health = window,
                                    .totals = totalsOf(shown, machineId),
                                    .rules = rules.of(machineId, window.end),
                                    .retiredSince = retiredSince(registry, machineId)});
    }
    return states;
}

} // namespace

Result<StatesByMachine> machineStates(EventReader &reader, const std::set<MachineId> &machines,
                                      const SumsByMachine &shown, const ReportWindows &windows, Instant now,
                                      const StateRules &rules)
{
    const Result<Registry> registry = reader.registry();
    if (!registry)
        return registry.failure();
    const MachineRules machineRules(rules, *registry);
    if (!windows.isRunning)
        return pastStates(machines, shown, windows.window, machineRules, *registry);
    const TimeWindow health = runningHealthWindow(now, rules);
    const Result<SumsByMachine> sums = totalsByMachine(reader, health);
    if (!sums)
        return sums.failure();
    const Result<std::map<MachineId, Instant>> newest = lastEvents(reader, machines);
    if (!newest)
        return newest.failure();
    StatesByMachine states;
    for (const MachineId &machineId : machines) {
        const auto known = newest->find(machineId);
        const auto last = known == newest->end() ? std::nullopt : std::optional(known->second);
        states[machineId] = judged({.moment = now,
                                    .lookedAt = windows.window,
                                    .hasData = last && shown.contains(machineId),
                                    .lastEvent = last,
                                    .health = health,
                                    .totals = totalsOf(*sums, machineId),
                                    .rules = machineRules.of(machineId, now),
                                    .retiredSince = retiredSince(*registry, machineId)});
    }
    return states;
}

} // namespace linewatch
