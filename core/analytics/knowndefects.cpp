// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/knowndefects.h"

namespace linewatch {

Result<std::int64_t> knownDefects(EventReader &reader, const MachineId &machineId, TimeWindow window)
{
    const Result<std::vector<SourceTotals>> parts = reader.totals({machineId, {}}, planWindow(window));
    if (!parts)
        return parts.failure();
    std::int64_t defects = 0;
    for (const SourceTotals &part : *parts)
        defects += part.totals.defects;
    return defects;
}

Result<std::map<MachineId, std::int64_t>> knownDefectsByMachine(EventReader &reader, TimeWindow window)
{
    const Result<std::vector<SourceTotals>> parts = reader.totals({}, planWindow(window));
    if (!parts)
        return parts.failure();
    std::map<MachineId, std::int64_t> defects;
    for (const SourceTotals &part : *parts)
        defects[part.source.machineId] += part.totals.defects;
    return defects;
}

} // namespace linewatch
