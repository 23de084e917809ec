// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinehealth.h"

#include <algorithm>

namespace linewatch {

namespace {

void computeFigures(MachineHealth &health, TimeWindow window, double threshold)
{
    health.defectRate = kpi::defectRate(health.totals.defects, window.length());
    health.availability = kpi::availability(health.totals.runTimeMs, window.length());
    health.health = kpi::health(health.totals.defects, window.length(), threshold);
}

} // namespace

Result<MachineHealth> machineHealth(EventReader &reader, const MachineId &machineId, TimeWindow window,
                                    double threshold)
{
    const Result<std::map<MachineId, MachineHealth>> found =
        machineHealths(reader, machineId, window, threshold);
    if (!found)
        return found.failure();
    const auto machine = found->find(machineId);
    return machine == found->end() ? healthWithoutEvents(window, threshold) : machine->second;
}

Result<std::map<MachineId, MachineHealth>> machineHealths(EventReader &reader, const MachineId &only,
                                                          TimeWindow window, double threshold)
{
    const Result<std::vector<SourceTotals>> parts = reader.totals({only, {}}, planWindow(window));
    if (!parts)
        return parts.failure();
    std::map<MachineId, MachineHealth> healths;
    for (const SourceTotals &part : *parts) {
        MachineHealth &health = healths[part.source.machineId];
        health.totals += part.totals;
        const Result<std::optional<Instant>> last = reader.lastEventTime(part.source.sourceId, window);
        if (!last)
            return last.failure();
        health.lastEventTime = std::max(health.lastEventTime, *last); // nothing is less than any time
    }
    for (auto &[machineId, health] : healths)
        computeFigures(health, window, threshold);
    return healths;
}

MachineHealth healthWithoutEvents(TimeWindow window, double threshold)
{
    MachineHealth health;
    computeFigures(health, window, threshold);
    return health;
}

} // namespace linewatch
