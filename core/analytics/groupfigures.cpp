// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/groupfigures.h"

#include "model/cyclekpi.h"

namespace linewatch {

std::optional<Decimal> GroupFigures::defectRate() const
{
    if (!hasEvents())
        return std::nullopt;
    return kpi::defectRate(totals.defects, window.length());
}

std::optional<Decimal> GroupFigures::defectsPercent() const
{
    if (!hasEvents())
        return std::nullopt;
    return kpi::defectsPercent(totals.defects, totals.events);
}

std::optional<Decimal> GroupFigures::availability() const
{
    if (!hasEvents() || machines < 1)
        return std::nullopt;
    return kpi::availability(totals.runTimeMs, window.length() * machines);
}

std::optional<Decimal> GroupFigures::unknownPercent() const
{
    if (!hasEvents())
        return std::nullopt;
    return kpi::defectsPercent(totals.unknownEvents, totals.events); // a share of events like theirs
}

std::optional<Decimal> GroupFigures::eventsPerMinute() const
{
    if (!window.isValid())
        return std::nullopt;
    return kpi::eventsPerMinute(totals.events, window.length());
}

std::optional<Decimal> GroupFigures::cycleTime() const
{
    if (!hasEvents())
        return std::nullopt;
    return kpi::meanCycle(totals.runTimeMs, totals.events);
}

GroupFigures groupFigures(TimeWindow window, const SumsByMachine &machines)
{
    GroupFigures figures{.window = window, .machines = std::ssize(machines), .totals = {}};
    for (const auto &[machineId, totals] : machines)
        figures.totals += totals;
    return figures;
}

} // namespace linewatch
