// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinestates.h"

#include "analytics/linesums.h"
#include "analytics/readrules.h"

#include <algorithm>

namespace linewatch {

namespace {

/** As the live board has it: whole minutes, of which the last still runs. */
TimeWindow runningHealthWindow(Instant now, const StateRules &rules)
{
    using std::chrono::minutes;
    const Instant minute = bucketStart(now, BucketWidth::Minute);
    return {minute - std::chrono::floor<minutes>(rules.healthWindow) + minutes{1}, now};
}

std::int64_t defectsOf(const SumsByMachine &sums, const MachineId &machineId)
{
    const auto found = sums.find(machineId);
    return found == sums.end() ? 0 : found->second.defects;
}

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
        const auto last = shown.contains(machineId) ? std::optional(window.start) : std::nullopt;
        states[machineId] = machineState(last, window.end, defectsOf(shown, machineId), window.length(), own);
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
    const Result<SumsByLine> judged = readSumsByLine(reader, health);
    if (!judged)
        return judged.failure();
    const SumsByMachine sums = sumsByMachine(*judged);
    const Result<std::map<MachineId, Instant>> newest = lastEvents(reader, machines);
    if (!newest)
        return newest.failure();
    StatesByMachine states;
    for (const MachineId &machineId : machines) {
        const auto known = newest->find(machineId);
        const bool hasData = shown.contains(machineId) && known != newest->end();
        states[machineId] =
            machineState(hasData ? std::optional(known->second) : std::nullopt, now,
                         defectsOf(sums, machineId), health.length(), machineRules->of(machineId, now));
    }
    return states;
}

} // namespace linewatch
