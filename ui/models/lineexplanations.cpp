// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lineexplanations.h"

#include <set>

namespace linewatch::ui {

namespace {

/** With the limit by which they are judged, where that is the same for all. */
StateTally statesOf(const LineReport &report)
{
    StateTally tally;
    std::set<double> limits;
    for (const MachineOnLine &machine : report.machines) {
        ++tally.states[static_cast<std::size_t>(machine.state)];
        limits.insert(machine.judgement.rules.healthThreshold);
    }
    if (limits.size() == 1)
        tally.threshold = *limits.begin();
    return tally;
}

SumsByMachine sumsOf(const LineReport &report)
{
    SumsByMachine sums;
    for (const MachineOnLine &machine : report.machines)
        sums[machine.machineId] += machine.now.totals;
    return sums;
}

} // namespace

Explanation explainLine(FigureKind kind, const LineReport &report)
{
    const FigureSubject subject{{}, report.lineId};
    if (kind == FigureKind::HealthyMachines)
        return explain(kind, subject, report.line.now, FigureFacts(statesOf(report)));
    Explanation explanation = explainFiguresRow(kind, subject, report.line);
    if (kind == FigureKind::Events || kind == FigureKind::Defects)
        explanation.parts = partsOf(kind, sumsOf(report));
    return explanation;
}

Explanation explainLineRow(FigureKind kind, const LineRow &row)
{
    const FigureSubject subject{{}, row.lineId};
    if (kind == FigureKind::HealthyMachines)
        return explain(kind, subject, row.now, FigureFacts(StateTally{row.states}));
    return explainFiguresRow(kind, subject, row);
}

Explanation explainMachineOnLine(FigureKind kind, const LineId &line, const MachineOnLine &row)
{
    if (kind == FigureKind::State)
        return explain(kind, {row.machineId, {}}, row.now, FigureFacts(row.judgement));
    return explainFiguresRow(kind, {row.machineId, line}, row);
}

Explanation explainCompared(FigureKind kind, const LineReport &shown, const LineReport &other)
{
    return explain(kind, {{}, shown.lineId}, shown.line.now,
                   FigureFacts(OtherSide{other.lineId, other.line.now}));
}

Explanation explainFiguresRow(FigureKind kind, const FigureSubject &subject, const FiguresRow &row)
{
    return explain(kind, subject, row.now, row.before);
}

} // namespace linewatch::ui
