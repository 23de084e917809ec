// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explanationtext.h"

#include "ui/models/comparedtext.h"
#include "ui/models/explanationcalculation.h"
#include "ui/models/explanationnumbers.h"
#include "ui/models/explanationwords.h"
#include "ui/models/judgementtext.h"
#include "ui/models/lasteventtext.h"
#include "ui/models/settlingtext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct ExplanationTexts {
    Q_DECLARE_TR_FUNCTIONS(ExplanationText)
};

bool isOfDefects(FigureKind kind)
{
    return kind == FigureKind::DefectRate || kind == FigureKind::DefectsPercent || kind == FigureKind::Defects
        || kind == FigureKind::DefectRateChange;
}

QString unknownSentence(const Explanation &explanation, const Formats &formats)
{
    const Totals &totals = explanation.numbers.totals;
    if (!isOfDefects(explanation.kind) || totals.events == 0)
        return {};
    if (totals.unknownEvents == 0)
        return ExplanationTexts::tr("Every event knows its defects.");
    const QString rounded = formats.rounded(*explanation.numbers.unknownPercent(), 1);
    const bool isTiny = rounded == formats.fixed(0, 1); // there are some: no zero
    const QString share = isTiny ? QLatin1Char('<') + formats.fixed(0.1, 1) : rounded;
    return ExplanationTexts::tr("%1 of %2 events (%3 %) do not know their defects. They count as events, not "
                                "as defects: the true figure may be higher.")
        .arg(formats.count(totals.unknownEvents), formats.count(totals.events), share);
}

QString rejectedSentence(const Explanation &explanation, const Formats &formats)
{
    if (!leavesOutRejected(explanation.kind))
        return {};
    if (!explanation.rejected) {
        return explanation.subject.lineId.isEmpty()
            ? QString()
            : ExplanationTexts::tr("Rejected events are kept by machine; how many were of this line cannot "
                                   "be told.");
    }
    const auto [events, isAtLeast] = *explanation.rejected;
    if (events == 0)
        return ExplanationTexts::tr("No rejected events were received in this window.");
    const QString count = formats.count(events);
    return isAtLeast
        ? ExplanationTexts::tr("At least %1 rejected events were received in this window; none of them "
                               "counts.")
              .arg(count)
        : ExplanationTexts::tr("Rejected events that were received in this window and do not count: %1.")
              .arg(count);
}

/** Why there is no result. */
QString nothingSentence(const Explanation &explanation)
{
    switch (explanation.kind) {
    case FigureKind::Clock:
        return ExplanationTexts::tr("There is no event of it to tell its clock by.");
    case FigureKind::CommitTime:
        return ExplanationTexts::tr("Nothing was made durable yet since the program was started.");
    case FigureKind::ReadTime:
        return ExplanationTexts::tr("The store was not read yet since the program was started.");
    case FigureKind::DefectRateChange:
        return ExplanationTexts::tr("No events in one of the two windows: there is nothing to compare.");
    default:
        return ExplanationTexts::tr("No events in this window: there is nothing to tell.");
    }
}

/** What both sides left out. */
QStringList comparedLeftOut(const Explanation &explanation, const Formats &formats)
{
    QStringList sentences{comparedtext::nothingSentence(explanation, formats),
                          unknownSentence(comparedtext::shownSide(explanation), formats)};
    const QString other = unknownSentence(comparedtext::otherSide(explanation), formats);
    if (!sentences.contains(other))
        sentences << other;
    return sentences;
}

QStringList leftOut(const Explanation &explanation, const Formats &formats)
{
    if (const auto *judgement = std::get_if<StateJudgement>(&explanation.facts))
        return judgementtext::leftOut(*judgement, formats);
    if (const auto *last = std::get_if<LastEventFacts>(&explanation.facts))
        return lasteventtext::leftOut(*last);
    if (std::holds_alternative<OtherSide>(explanation.facts))
        return comparedLeftOut(explanation, formats);
    return {explanation.result ? unknownSentence(explanation, formats) : nothingSentence(explanation)};
}

} // namespace

QString ExplanationText::spoken() const
{
    QStringList parts{title, formula};
    for (const Number &number : numbers)
        parts << number.name + QStringLiteral(": ") + number.value;
    parts << (calculation.isEmpty() ? result : calculation);
    return (parts + leftOut).join(QStringLiteral(". "));
}

ExplanationText explanationText(const Explanation &explanation, const Formats &formats)
{
    ExplanationText text{.title = explanationTitle(explanation),
                         .formula = explanationFormula(explanation.kind),
                         .numbers = explanationNumbers(explanation, formats),
                         .calculation = explanationCalculation(explanation, formats),
                         .result = explanationResult(explanation, formats),
                         .leftOut = leftOut(explanation, formats)};
    text.leftOut << rejectedSentence(explanation, formats);
    if (isOfAWindow(explanation.kind) && explanation.kind != FigureKind::CommitTime)
        text.leftOut << settlingHint(explanation.settling);
    text.leftOut.removeAll(QString());
    return text;
}

bool hasEventsBehind(FigureKind kind)
{
    return kind != FigureKind::ReadTime;
}

bool isOfAWindow(FigureKind kind)
{
    return kind != FigureKind::State && kind != FigureKind::LastEvent && kind != FigureKind::Clock
        && kind != FigureKind::ReadTime;
}

bool leavesOutRejected(FigureKind kind)
{
    return isOfAWindow(kind) && kind != FigureKind::HealthyMachines && kind != FigureKind::CommitTime;
}

bool wantsMore(const Explanation &explanation)
{
    if (const auto *last = std::get_if<LastEventFacts>(&explanation.facts))
        return !last->wasRead;
    return !explanation.rejected && leavesOutRejected(explanation.kind);
}

Place eventsBehind(const Explanation &explanation)
{
    const FigureSubject &subject = explanation.subject;
    if (const auto *clock = std::get_if<ClockWitness>(&explanation.facts))
        return Place::ofEvent(clock->eventId);
    if (const auto *judgement = std::get_if<StateJudgement>(&explanation.facts))
        return judgementtext::events(subject.machineId, *judgement);
    if (const auto *last = std::get_if<LastEventFacts>(&explanation.facts))
        return lasteventtext::events(subject.machineId, *last);
    Place place = Place::events();
    place.machine = subject.machineId;
    place.line = subject.lineId;
    place.window = explanation.numbers.window;
    if (isOfDefects(explanation.kind))
        place.defects = EventDefects::Some;
    else if (explanation.kind == FigureKind::UnknownPercent)
        place.defects = EventDefects::Unknown;
    return place;
}

std::optional<Place> otherEventsBehind(const Explanation &explanation)
{
    if (!std::holds_alternative<OtherSide>(explanation.facts))
        return std::nullopt;
    return eventsBehind(comparedtext::otherSide(explanation));
}

} // namespace linewatch::ui
