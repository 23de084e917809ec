// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinerows.h"

#include "analytics/coverage.h"

namespace linewatch {

Result<std::vector<MachineRow>> readMachineRows(EventReader &reader, TimeWindow window, Instant now,
                                                const StateRules &rules)
{
    const Result<Coverage> coverage = coverageOf(reader, window);
    if (!coverage)
        return coverage.failure();
    Result<std::vector<MachineEntry>> entries = listMachines(reader, now, rules);
    if (!entries)
        return entries.failure();
    const Result<std::map<MachineId, MachineHealth>> healths =
        machineHealths(reader, {}, coverage->window, rules.healthThreshold);
    if (!healths)
        return healths.failure();
    std::vector<MachineRow> rows;
    rows.reserve(entries->size());
    for (MachineEntry &entry : *entries) {
        const auto found = healths->find(entry.machineId);
        rows.push_back({std::move(entry),
                        found != healths->end()
                            ? found->second
                            : healthWithoutEvents(coverage->window, rules.healthThreshold)});
    }
    return rows;
}

} // namespace linewatch
