// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinehealth.h"

#include <algorithm>

namespace linewatch {

Result<MachineHealth> machineHealth(EventReader &reader, const MachineId &machineId, TimeWindow window,
                                    double threshold)
{
    const Result<std::vector<SourceTotals>> parts = reader.totals({machineId, {}}, planWindow(window));
    if (!parts)
        return parts.failure();
    MachineHealth health;
    for (const SourceTotals &part : *parts) {
        health.totals += part.totals;
        const Result<std::optional<Instant>> last = reader.lastEventTime(part.source.sourceId, window);
        if (!last)
            return last.failure();
        health.lastEventTime = std::max(health.lastEventTime, *last); // nothing is less than any time
    }
    health.defectRate = kpi::defectRate(health.totals.defects, window.length());
    health.availability = kpi::availability(health.totals.runTimeMs, window.length());
    health.health = kpi::health(health.totals.defects, window.length(), threshold);
    return health;
}

} // namespace linewatch
