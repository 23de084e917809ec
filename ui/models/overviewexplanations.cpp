// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/overviewexplanations.h"

#include "ui/models/keyfigures.h"
#include "ui/models/machinetile.h"

#include <algorithm>

namespace linewatch::ui {

namespace {

GroupFigures plantNow(const LiveSnapshot &snapshot)
{
    return {snapshot.window, static_cast<std::int64_t>(snapshot.activeMachines), snapshot.plant};
}

GroupFigures plantBefore(const LiveSnapshot &snapshot)
{
    return {snapshot.previousWindow, static_cast<std::int64_t>(snapshot.activeMachinesBefore),
            snapshot.plantBefore};
}

/** How taking in goes is counted over a window of its own. */
GroupFigures ingestWindow(const LiveSnapshot &snapshot)
{
    const TimeWindow own = snapshot.ingest.window;
    return {own.isValid() ? own : snapshot.window, 0, {}};
}

IngestFacts ingestFacts(FigureKind kind, const IngestSnapshot &ingest)
{
    return {ingest.outcomes, ingest.queuedBatches,
            kind == FigureKind::ReadTime ? ingest.lastRead : ingest.lastCommit};
}

/** None where they do not add up to the plant: then the figure is told without them. */
std::vector<FigurePart> machineParts(FigureKind kind, const LiveSnapshot &snapshot)
{
    SumsByMachine sums;
    Totals all;
    for (const MachineSnapshot &machine : snapshot.machines) {
        sums[machine.machineId] += machine.shown;
        all += machine.shown;
    }
    return all == snapshot.plant ? partsOf(kind, sums) : std::vector<FigurePart>{};
}

/** Nothing where machines are judged by thresholds of their own: one number would not be that of all. */
std::optional<double> commonThreshold(const LiveSnapshot &snapshot)
{
    const bool isOfAll = std::ranges::none_of(snapshot.machines, [&snapshot](const MachineSnapshot &machine) {
        return snapshot.thresholdOf(machine) != snapshot.healthThreshold;
    });
    return isOfAll ? std::optional(snapshot.healthThreshold) : std::nullopt;
}

Explanation plantFigure(FigureKind kind, const LiveSnapshot &snapshot)
{
    const GroupFigures now = plantNow(snapshot);
    switch (kind) {
    case FigureKind::HealthyMachines:
        return explain(kind, {}, now, StateTally{countStates(snapshot.machines), commonThreshold(snapshot)});
    case FigureKind::CommitTime:
    case FigureKind::ReadTime:
        return explain(kind, {}, ingestWindow(snapshot), ingestFacts(kind, snapshot.ingest));
    case FigureKind::EventsPerMinute:
    case FigureKind::Availability:
        return explain(kind, {}, now, plantBefore(snapshot));
    default:
        return explain(kind, {}, now);
    }
}

StateJudgement judgementOf(const MachineSnapshot &machine, const LiveSnapshot &snapshot)
{
    return judged({.moment = snapshot.isRunning() ? snapshot.takenAt : snapshot.window.end,
                   .lookedAt = snapshot.window,
                   .hasData = machine.shown.events > 0,
                   .isOver = !snapshot.isRunning(),
                   .lastEvent = machine.lastEventTime,
                   .health = snapshot.healthWindow,
                   .totals = machine.health,
                   .rules = {.silenceLimit = machine.silenceLimit,
                             .healthWindow = snapshot.healthWindow.length(),
                             .healthThreshold = snapshot.thresholdOf(machine)},
                   .retiredSince = machine.retiredSince});
}

} // namespace

FigureKind ingestKind(const LiveSnapshot &snapshot)
{
    return snapshot.ingest.isElsewhere ? FigureKind::ReadTime : FigureKind::CommitTime;
}

Explanation explainPlant(FigureKind kind, const LiveSnapshot &snapshot)
{
    Explanation explanation = plantFigure(kind, snapshot);
    if (kind == FigureKind::Events || kind == FigureKind::Defects)
        explanation.parts = machineParts(kind, snapshot);
    explanation.settling = settlingOf(snapshot.window, snapshot.takenAt);
    return explanation;
}

Explanation explainTile(FigureKind kind, const MachineSnapshot &machine, const LiveSnapshot &snapshot,
                        const Formats &formats)
{
    const auto over = [](TimeWindow window, const Totals &totals) {
        return GroupFigures{window, totals.events > 0 ? 1 : 0, totals};
    };
    const FigureSubject subject{machine.machineId, {}};
    Explanation explanation = explain(kind, subject, over(snapshot.window, machine.shown));
    if (kind == FigureKind::State)
        explanation = explain(kind, subject, over(snapshot.window, machine.shown),
                              FigureFacts(judgementOf(machine, snapshot)));
    else if (kind == FigureKind::DefectRate && machine.state != MachineState::NoData) {
        explanation = explain(kind, subject, over(snapshot.healthWindow, machine.health));
        explanation.result = machine.defectRate; // no events in it are no defects, as the tile says
        explanation.shownPlaces = ratePlaces(machine, snapshot, formats);
    }
    explanation.settling = settlingOf(snapshot.window, snapshot.takenAt);
    return explanation;
}

} // namespace linewatch::ui
