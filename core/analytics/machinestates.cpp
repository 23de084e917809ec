// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinestates.h"

#include "analytics/knowndefects.h"
#include "analytics/readrules.h"
#include "model/healthwindow.h"

#include <algorithm>

namespace linewatch {

namespace {

Result<std::map<MachineId, Instant>> lastEvents(EventReader &reader, const std::set<MachineId> &machines)
{
    const Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    std::map<MachineId, Instant> newest;
    for (const Source &source : *sources) {
        if (!machines.contains(source.machineId))
            continue;
        const Result<std::optional<Instant>> last = reader.lastEventTime(source.sourceId, std::nullopt);
        if (!last)
            return last.failure();
        if (*last) {
            const auto known = newest.try_emplace(source.machineId, **last).first;
            known->second = std::max(known->second, **last);
        }
    }
    return newest;
}

/** Over all of a window that is over: any time in it will do for the last event. */
StatesByMachine pastStates(const std::set<MachineId> &machines, const SumsByMachine &shown,
                           const TimeWindow &window, const MachineRules &rules)
{
    StatesByMachine states;
    for (const MachineId &machineId : machines) {
        StateRules own = rules.of(machineId, window.end);
        own.silenceLimit = std::chrono::microseconds::max();
        const auto sums = shown.find(machineId);
        states[machineId] = sums == shown.end()
            ? MachineState::NoData
            : machineState(window.start, window.end, sums->second.defects, window.length(), own);
    }
    return states;
}

} // namespace

Result<StatesByMachine> machineStates(EventReader &reader, const std::set<MachineId> &machines,
                                      const SumsByMachine &shown, const ReportWindows &windows, Instant now,
                                      const StateRules &rules)
{
    const Result<MachineRules> machineRules = readRules(reader, rules);
    if (!machineRules)
        return machineRules.failure();
    if (!windows.isRunning)
        return pastStates(machines, shown, windows.window, *machineRules);
    const TimeWindow health = runningHealthWindow(now, rules);
    const auto defects = knownDefectsByMachine(reader, health);
    if (!defects)
        return defects.failure();
    const Result<std::map<MachineId, Instant>> newest = lastEvents(reader, machines);
    if (!newest)
        return newest.failure();
    StatesByMachine states;
    for (const MachineId &machineId : machines) {
        const auto known = newest->find(machineId);
        const bool hasData = shown.contains(machineId) && known != newest->end();
        const auto judged = defects->find(machineId);
        states[machineId] = machineState(hasData ? std::optional(known->second) : std::nullopt, now,
                                         judged == defects->end() ? 0 : judged->second, health.length(),
                                         machineRules->of(machineId, now));
    }
    return states;
}

} // namespace linewatch
