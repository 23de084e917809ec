// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinetotals.h"

namespace linewatch {

Result<Totals> machineTotals(EventReader &reader, const MachineId &machineId, TimeWindow window)
{
    const Result<std::vector<SourceTotals>> parts = reader.totals({machineId, {}}, planWindow(window));
    if (!parts)
        return parts.failure();
    Totals totals;
    for (const SourceTotals &part : *parts)
        totals += part.totals;
    return totals;
}

Result<SumsByMachine> totalsByMachine(EventReader &reader, TimeWindow window)
{
    const Result<std::vector<SourceTotals>> parts = reader.totals({}, planWindow(window));
    if (!parts)
        return parts.failure();
    SumsByMachine totals;
    for (const SourceTotals &part : *parts)
        totals[part.source.machineId] += part.totals;
    return totals;
}

} // namespace linewatch
