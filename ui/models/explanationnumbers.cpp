// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explanationnumbers.h"

#include "ui/models/comparedtext.h"
#include "ui/models/durationtext.h"
#include "ui/models/explanationcalculation.h"
#include "ui/models/figuretext.h"
#include "ui/models/grouptext.h"
#include "ui/models/judgementtext.h"
#include "ui/models/lasteventtext.h"
#include "ui/models/machinetile.h"

#include <QCoreApplication>

#include <cmath>

namespace linewatch::ui {

namespace {

struct ExplanationTexts {
    Q_DECLARE_TR_FUNCTIONS(ExplanationText)
};

using Numbers = std::vector<ExplanationText::Number>;

void add(Numbers &list, const QString &name, const QString &value)
{
    list.push_back({name, value});
}

void addRunTime(Numbers &list, const GroupFigures &numbers, const Formats &formats)
{
    const std::chrono::milliseconds runTime{numbers.totals.runTimeMs};
    add(list, ExplanationTexts::tr("Run time"),
        grouptext::duration(std::chrono::round<std::chrono::seconds>(runTime), formats));
}

void addDefects(Numbers &list, const GroupFigures &numbers, const Formats &formats)
{
    add(list, ExplanationTexts::tr("Known defects"), formats.count(numbers.totals.defects));
}

void addEvents(Numbers &list, const GroupFigures &numbers, const Formats &formats)
{
    add(list, ExplanationTexts::tr("Events"), formats.count(numbers.totals.events));
}

void addKnowledge(Numbers &list, const GroupFigures &numbers, const Formats &formats)
{
    const Totals &totals = numbers.totals;
    add(list, ExplanationTexts::tr("Events that know their defects"),
        formats.count(totals.events - totals.unknownEvents));
    add(list, ExplanationTexts::tr("Events that do not"), formats.count(totals.unknownEvents));
}

/** Of each machine by name, then of the others together. */
void addParts(Numbers &list, const Explanation &explanation, const Formats &formats)
{
    for (const NamedPart &part : writtenParts(explanation)) {
        const QString others =
            ExplanationTexts::tr("the other %1 machines").arg(formats.count(part.machines));
        add(list, part.name.isEmpty() ? others : part.name, formats.count(part.count));
    }
}

void addEventFacts(Numbers &list, const Explanation &explanation, const Formats &formats)
{
    const auto *facts = std::get_if<EventFacts>(&explanation.facts);
    if (!facts || facts->events == 0)
        return;
    const QString of = facts->isOfNewest ? ExplanationTexts::tr("%1 of the newest %2 events")
                                         : ExplanationTexts::tr("%1 of %2 events");
    if (explanation.kind == FigureKind::Events)
        add(list, ExplanationTexts::tr("Corrected"),
            of.arg(formats.count(facts->corrected), formats.count(facts->events)));
    else
        add(list, ExplanationTexts::tr("Median, for comparison"), durationText(facts->median, formats));
}

void addStates(Numbers &list, const StateTally &tally, const Formats &formats)
{
    add(list, ExplanationTexts::tr("All machines"), formats.count(tally.all()));
    for (const MachineState state : {MachineState::Warning, MachineState::Silent, MachineState::NoData})
        add(list, stateWord(state), formats.count(tally.of(state)));
    if (tally.threshold)
        add(list, ExplanationTexts::tr("Limit of the defect rate"),
            shownFigure(FigureKind::DefectRate, Decimal{std::llround(*tally.threshold * 100), 2}, formats));
}

void addClock(Numbers &list, const ClockWitness &clock, const Formats &formats)
{
    add(list, ExplanationTexts::tr("Time in the event"), exactTime(clock.eventTime, true, formats));
    add(list, ExplanationTexts::tr("Stamp of the server"), exactTime(clock.recordedTime, true, formats));
    add(list, ExplanationTexts::tr("Event"), clock.eventId.toString());
    add(list, ExplanationTexts::tr("Newest events looked at"), formats.count(clock.events));
}

void addOutcome(Numbers &list, const QString &name, std::int64_t count, const OutcomeCounts &all,
                const Formats &formats)
{
    const Decimal share = kpi::defectsPercent(count, all.total()); // a share like any
    QString text = formats.decimal(share);
    if (share.scaled == 0) // some is never written as none
        text = count > 0 ? QLatin1Char('<') + formats.fixed(0.01, 2) : formats.count(0);
    add(list, name,
        ExplanationTexts::tr("%1 (%2)").arg(formats.count(count),
                                            withUnit(FigureKind::UnknownPercent, text)));
}

void addIngest(Numbers &list, const IngestFacts &ingest, const Formats &formats)
{
    const OutcomeCounts &outcomes = ingest.outcomes;
    add(list, ExplanationTexts::tr("Events that arrived"), formats.count(outcomes.total()));
    addOutcome(list, ExplanationTexts::tr("Accepted"), outcomes.accepted, outcomes, formats);
    addOutcome(list, ExplanationTexts::tr("Duplicates"), outcomes.deduped, outcomes, formats);
    addOutcome(list, ExplanationTexts::tr("Corrections"), outcomes.updated, outcomes, formats);
    addOutcome(list, ExplanationTexts::tr("Rejected"), outcomes.rejected, outcomes, formats);
    addOutcome(list, ExplanationTexts::tr("Kept for the database"), outcomes.queued, outcomes, formats);
    add(list, ExplanationTexts::tr("Batches that wait"), formats.count(ingest.queuedBatches));
}

void addSums(Numbers &list, const Explanation &explanation, const Formats &formats)
{
    const GroupFigures &numbers = explanation.numbers;
    switch (explanation.kind) {
    case FigureKind::DefectRate:
    case FigureKind::DefectsPercent:
    case FigureKind::DefectRateChange:
        addDefects(list, numbers, formats);
        addEvents(list, numbers, formats);
        break;
    case FigureKind::Availability:
    case FigureKind::CycleTime:
        addRunTime(list, numbers, formats);
        addEvents(list, numbers, formats);
        break;
    case FigureKind::Events:
    case FigureKind::UnknownPercent:
        addParts(list, explanation, formats);
        addKnowledge(list, numbers, formats);
        break;
    case FigureKind::Defects:
        addParts(list, explanation, formats);
        addEvents(list, numbers, formats);
        add(list, ExplanationTexts::tr("Defects per 100 events"),
            grouptext::defectsPercent(numbers, formats));
        break;
    case FigureKind::EventsPerMinute:
    case FigureKind::RunTime:
    case FigureKind::ActiveMachines:
        addEvents(list, numbers, formats);
        break;
    default:
        break; // facts tell it
    }
}

void addFacts(Numbers &list, const Explanation &explanation, const Formats &formats)
{
    addEventFacts(list, explanation, formats);
    if (const auto *tally = std::get_if<StateTally>(&explanation.facts))
        addStates(list, *tally, formats);
    else if (const auto *clock = std::get_if<ClockWitness>(&explanation.facts))
        addClock(list, *clock, formats);
    else if (const auto *ingest = std::get_if<IngestFacts>(&explanation.facts);
             ingest && explanation.kind == FigureKind::CommitTime)
        addIngest(list, *ingest, formats);
}

/** What the figure was in the window before, where it is compared with it. */
void addBefore(Numbers &list, const Explanation &explanation, const Formats &formats)
{
    if (!explanation.before)
        return;
    const GroupFigures &before = *explanation.before;
    const FigureKind kind =
        explanation.kind == FigureKind::DefectRateChange ? FigureKind::DefectRate : explanation.kind;
    const std::optional<Decimal> figure = figureOf(kind, before);
    const QString value = figure && before.hasEvents() ? shownFigure(kind, *figure, formats) : QString(dash);
    add(list, ExplanationTexts::tr("The window before"),
        ExplanationTexts::tr("%1 (%2)").arg(value, formats.span(before.window)));
}

} // namespace

std::vector<ExplanationText::Number> explanationNumbers(const Explanation &explanation,
                                                        const Formats &formats)
{
    if (const auto *judgement = std::get_if<StateJudgement>(&explanation.facts))
        return judgementtext::numbers(*judgement, formats);
    if (const auto *last = std::get_if<LastEventFacts>(&explanation.facts))
        return lasteventtext::numbers(*last, formats);
    if (std::holds_alternative<OtherSide>(explanation.facts))
        return comparedtext::numbers(explanation, formats);
    const GroupFigures &numbers = explanation.numbers;
    Numbers list;
    addSums(list, explanation, formats);
    addFacts(list, explanation, formats);
    if (!isOfAWindow(explanation.kind))
        return list;
    if (explanation.subject.machineId.isEmpty() && leavesOutRejected(explanation.kind))
        add(list, ExplanationTexts::tr("Machines with events"), formats.count(numbers.machines));
    add(list, ExplanationTexts::tr("Window"),
        ExplanationTexts::tr("%1 %2").arg(formats.span(numbers.window),
                                          formats.zoneName(numbers.window.start)));
    add(list, ExplanationTexts::tr("Its length"),
        grouptext::duration(std::chrono::round<std::chrono::seconds>(numbers.window.length()), formats));
    addBefore(list, explanation, formats);
    return list;
}

} // namespace linewatch::ui
