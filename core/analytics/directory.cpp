// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/directory.h"

#include "analytics/machinetotals.h"
#include "model/machinerules.h"
#include "storage/linespans.h"

#include <algorithm>
#include <map>
#include <set>

namespace linewatch {

namespace {

struct ActiveSource {
    Source source;
    Instant lastEventTime;
};

/** The sources that have at least one event now; corrections may have moved all of one's events away. */
Result<std::vector<ActiveSource>> activeSources(EventReader &reader)
{
    Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    const Result<std::unordered_map<std::int64_t, Instant>> newest = reader.lastEventTimes(std::nullopt);
    if (!newest)
        return newest.failure();
    std::vector<ActiveSource> active;
    for (Source &source : *sources) {
        if (const auto last = newest->find(source.sourceId); last != newest->end())
            active.push_back({std::move(source), last->second});
    }
    return active;
}

std::map<MachineId, MachineEntry> mergeByMachine(const std::vector<ActiveSource> &active)
{
    std::map<MachineId, MachineEntry> machines;
    for (const auto &[source, lastEventTime] : active) {
        MachineEntry &entry = machines[source.machineId];
        const bool first = entry.machineId.isEmpty();
        if (first || lastEventTime > entry.lastEventTime) {
            entry.line = source.lineAt(lastEventTime);
            entry.factoryId = source.factoryId;
            entry.lastEventTime = lastEventTime;
        }
        entry.lastReceivedTime =
            first ? source.lastReceived : std::max(entry.lastReceivedTime, source.lastReceived);
        entry.machineId = source.machineId;
    }
    return machines;
}

/** What the registry says goes before what events stated. */
void addKnown(const RegisteredMachine &known, Instant moment, MachineEntry &entry)
{
    entry.name = known.name;
    if (!known.factoryId.isEmpty())
        entry.factoryId = known.factoryId;
    if (const LineId line = assignedLine(known.assignments, moment); !line.isEmpty())
        entry.line = line;
}

using LinesWithEvents = std::map<LineId, std::pair<std::set<MachineId>, Instant>>;

void addLine(const LineId &line, const MachineId &machineId, Instant lastEventTime, LinesWithEvents &lines)
{
    auto &[machines, last] = lines.try_emplace(line, std::set<MachineId>{}, lastEventTime).first->second;
    machines.insert(machineId);
    last = std::max(last, lastEventTime);
}

/** The lines for which a source has events, each with its newest. */
Result<void> addLines(EventReader &reader, const Source &source, Instant lastEventTime,
                      LinesWithEvents &lines)
{
    for (const LineSpan &span : lineSpans(source, {Instant::min(), Instant::max()})) {
        if (span.window.contains(lastEventTime)) {
            addLine(span.line, source.machineId, lastEventTime, lines);
            break; // nothing is newer
        }
        const Result<std::optional<Instant>> last = reader.lastEventTime(source.sourceId, span.window);
        if (!last)
            return last.failure();
        if (*last)
            addLine(span.line, source.machineId, **last, lines);
    }
    return {};
}

} // namespace

Result<std::vector<MachineEntry>> machinesWithEvents(EventReader &reader)
{
    const Result<std::vector<ActiveSource>> active = activeSources(reader);
    if (!active)
        return active.failure();
    const Result<Registry> registry = reader.registry();
    if (!registry)
        return registry.failure();
    std::vector<MachineEntry> list;
    for (auto &[machineId, entry] : mergeByMachine(*active)) {
        if (const RegisteredMachine *known = registry->machine(machineId))
            addKnown(*known, entry.lastEventTime, entry);
        list.push_back(std::move(entry));
    }
    return list;
}

Result<std::vector<MachineEntry>> listMachines(EventReader &reader, Instant now, const StateRules &rules)
{
    Result<std::vector<MachineEntry>> list = machinesWithEvents(reader);
    if (!list)
        return list;
    const Result<Registry> registry = reader.registry();
    if (!registry)
        return registry.failure();
    const MachineRules machineRules(rules, *registry);
    const TimeWindow healthWindow{now - rules.healthWindow, now}; // nothing so new is ever removed
    const Result<SumsByMachine> totals = totalsByMachine(reader, healthWindow);
    if (!totals)
        return totals.failure();

    for (MachineEntry &entry : *list) {
        if (const RegisteredMachine *known = registry->machine(entry.machineId))
            addKnown(*known, now, entry);
        const bool recent = entry.lastEventTime > now - DirectoryWindow;
        const auto found = totals->find(entry.machineId);
        entry.judgement = judged({.moment = now,
                                  .lookedAt = {now - DirectoryWindow, now},
                                  .hasData = recent,
                                  .lastEvent = entry.lastEventTime,
                                  .health = healthWindow,
                                  .totals = found == totals->end() ? Totals() : found->second,
                                  .rules = machineRules.of(entry.machineId, now),
                                  .retiredSince = retiredSince(*registry, entry.machineId)});
        entry.state = entry.judgement.state;
    }
    return list;
}

Result<std::vector<LineEntry>> listLines(EventReader &reader)
{
    const Result<std::vector<ActiveSource>> active = activeSources(reader);
    if (!active)
        return active.failure();
    LinesWithEvents lines;
    for (const auto &[source, lastEventTime] : *active) {
        if (Result<void> done = addLines(reader, source, lastEventTime, lines); !done)
            return done.failure();
    }
    std::vector<LineEntry> list;
    for (const auto &[line, content] : lines)
        list.push_back({line, static_cast<std::int64_t>(content.first.size()), content.second});
    return list;
}

} // namespace linewatch
