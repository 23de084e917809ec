// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lineexplanations.h"

namespace linewatch::ui {

namespace {

StateTally statesOf(const LineReport &report)
{
    StateTally tally;
    for (const MachineOnLine &machine : report.machines)
        ++tally.states[static_cast<std::size_t>(machine.state)];
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

Explanation explainFiguresRow(FigureKind kind, const FigureSubject &subject, const FiguresRow &row)
{
    return explain(kind, subject, row.now, row.before);
}

} // namespace linewatch::ui
