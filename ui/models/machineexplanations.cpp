// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machineexplanations.h"

namespace linewatch::ui {

namespace {

GroupFigures figuresOf(const Totals &totals, TimeWindow window)
{
    return {window, totals.events > 0 ? 1 : 0, totals};
}

FigureFacts factsOf(FigureKind kind, const MachineReport &report, const MachineCycles *cycles)
{
    if (kind == FigureKind::Clock && report.clockWitness)
        return *report.clockWitness;
    const bool isOfEvents = kind == FigureKind::Events || kind == FigureKind::CycleTime;
    if (isOfEvents && cycles)
        return EventFacts{cycles->events, cycles->isOfNewest, cycles->corrected, cycles->times.median};
    return {};
}

} // namespace

Explanation explainMachine(FigureKind kind, const MachineId &machine, const MachineReport &report,
                           const MachineCycles *cycles)
{
    if (kind == FigureKind::State)
        return explain(kind, {machine, {}}, figuresOf(report.health.totals, report.window),
                       FigureFacts(report.judgement));
    Explanation explanation = explain(kind, {machine, {}}, figuresOf(report.health.totals, report.window),
                                      factsOf(kind, report, cycles));
    if (kind == FigureKind::Events && !explanation.numbers.hasEvents())
        explanation.result.reset(); // as its card has a dash then
    return explanation;
}

Explanation explainMachineRow(FigureKind kind, const MachineRow &row, TimeWindow window)
{
    const FigureSubject subject{row.entry.machineId, {}};
    const GroupFigures numbers = figuresOf(row.health.totals, window);
    if (kind == FigureKind::State)
        return explain(kind, subject, numbers, FigureFacts(row.entry.judgement));
    if (kind == FigureKind::LastEvent)
        return explain(kind, subject, numbers,
                       FigureFacts(LastEventFacts{row.entry.lastEventTime, row.entry.lastReceivedTime}));
    return explain(kind, subject, numbers);
}

} // namespace linewatch::ui
