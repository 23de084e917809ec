// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/knownregistry.h"

#include <algorithm>

namespace linewatch::ui {

namespace {

std::map<MachineId, LineId> statedLinesOf(const std::vector<Source> &sources)
{
    std::map<MachineId, const Source *> newest;
    for (const Source &source : sources) {
        const Source *&known = newest[source.machineId];
        if (!known || known->lastReceived < source.lastReceived)
            known = &source;
    }
    std::map<MachineId, LineId> lines;
    for (const auto &[machineId, source] : newest) {
        if (!source->statedLine.isEmpty())
            lines.emplace(machineId, source->statedLine);
    }
    return lines;
}

} // namespace

LineId KnownRegistry::lineOf(const RegisteredMachine &machine, Instant moment) const
{
    const LineId assigned = assignedLine(machine.assignments, moment);
    if (!assigned.isEmpty())
        return assigned;
    const auto stated = statedLines.find(machine.machineId);
    return stated == statedLines.end() ? LineId() : stated->second;
}

std::map<LineId, std::int64_t> KnownRegistry::machinesOnLines(Instant moment) const
{
    std::map<LineId, std::int64_t> machines;
    for (const auto &[machineId, machine] : registry.machines) {
        const LineId line = lineOf(machine, moment);
        if (!line.isEmpty() && !(machine.retiredSince && *machine.retiredSince <= moment))
            ++machines[line];
    }
    return machines;
}

std::int64_t KnownRegistry::newMachines() const
{
    return std::ranges::count_if(registry.machines,
                                 [](const auto &entry) { return !entry.second.confirmed; });
}

std::int64_t KnownRegistry::newLines() const
{
    return std::ranges::count_if(registry.lines, [](const auto &entry) { return !entry.second.confirmed; });
}

Result<KnownRegistryPtr> readKnownRegistry(EventReader &reader)
{
    Result<Registry> registry = reader.registry();
    if (!registry)
        return registry.failure();
    const Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    return KnownRegistryPtr(
        std::make_shared<const KnownRegistry>(KnownRegistry{std::move(*registry), statedLinesOf(*sources)}));
}

} // namespace linewatch::ui
