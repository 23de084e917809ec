// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explanationcalculation.h"

#include "ui/models/comparedtext.h"
#include "ui/models/figuretext.h"
#include "ui/models/grouptext.h"
#include "ui/models/judgementtext.h"
#include "ui/models/lasteventtext.h"
#include "ui/models/machinetile.h"

#include <QCoreApplication>
#include <QStringList>

namespace linewatch::ui {

namespace {

struct ExplanationTexts {
    Q_DECLARE_TR_FUNCTIONS(ExplanationText)
};

constexpr std::size_t partsByName = 4;
constexpr char16_t plus = u'+';
constexpr char16_t minus = u'\u2212';

/** '.25' */
QString fraction(std::int64_t microseconds, const Formats &formats)
{
    constexpr int places = 6;
    if (microseconds == 0)
        return {};
    QString digits = QString::number(microseconds).rightJustified(places, QLatin1Char('0'));
    while (digits.endsWith(QLatin1Char('0')))
        digits.chop(1);
    return formats.locale().decimalPoint() + digits;
}

QString signOf(std::int64_t number)
{
    if (number == 0)
        return {};
    return number < 0 ? QString(QChar(u'\u2212')) : QStringLiteral("+");
}

/** With the two places that four places of one are. */
QString percentOf(const Decimal &share, const Formats &formats)
{
    return formats.fixed(Decimal{share.scaled, 2}.toDouble(), 2);
}

QString rateCalculation(const GroupFigures &numbers, const Decimal &rate, const Formats &formats)
{
    return ExplanationTexts::tr("%1 \u00f7 %2 s \u00d7 %3 s = %4 an hour")
        .arg(formats.count(numbers.totals.defects), exactSeconds(numbers.window.length(), formats),
             formats.count(3'600), formats.decimal(rate));
}

QString shareCalculation(std::int64_t part, const QString &share, const Explanation &explanation,
                         const Formats &formats)
{
    return ExplanationTexts::tr("100 \u00d7 %1 \u00f7 %2 = %3")
        .arg(formats.count(part), formats.count(explanation.numbers.totals.events), share);
}

/** With two places; some is never written as none. */
QString unknownShare(const Explanation &explanation, const Formats &formats)
{
    QString number = formats.decimal(*explanation.result);
    if (explanation.result->scaled == 0)
        number = explanation.numbers.totals.unknownEvents > 0 ? QLatin1Char('<') + formats.fixed(0.01, 2)
                                                              : formats.count(0);
    return withUnit(explanation.kind, number);
}

QString availabilityCalculation(const Explanation &explanation, const Formats &formats)
{
    const GroupFigures &numbers = explanation.numbers;
    const std::chrono::milliseconds runTime{numbers.totals.runTimeMs};
    const QString words = runTime > numbers.window.length() * numbers.machines
        ? ExplanationTexts::tr("%1 s \u00f7 (%2 s \u00d7 %3) > 1, so %4 %")
        : ExplanationTexts::tr("%1 s \u00f7 (%2 s \u00d7 %3) = %4 %");
    return words.arg(exactSeconds(runTime, formats), exactSeconds(numbers.window.length(), formats),
                     formats.count(numbers.machines), percentOf(*explanation.result, formats));
}

/** '12 + 8 + 10 = 30' */
QString sumOf(const std::vector<std::int64_t> &summands, QChar sign, std::int64_t sum, const Formats &formats)
{
    QStringList texts;
    for (const std::int64_t summand : summands)
        texts << formats.count(summand);
    return texts.join(QStringLiteral(" %1 ").arg(sign)) + QStringLiteral(" = ") + formats.count(sum);
}

QString partsSum(const Explanation &explanation, const Formats &formats)
{
    std::vector<std::int64_t> counts;
    for (const NamedPart &part : writtenParts(explanation))
        counts.push_back(part.count);
    return sumOf(counts, plus, explanation.result->scaled, formats);
}

QString eventsCalculation(const Explanation &explanation, const Formats &formats)
{
    if (!writtenParts(explanation).empty())
        return partsSum(explanation, formats);
    const Totals &totals = explanation.numbers.totals;
    return sumOf({totals.events - totals.unknownEvents, totals.unknownEvents}, plus, totals.events, formats);
}

QString defectsCalculation(const Explanation &explanation, const Formats &formats)
{
    if (!writtenParts(explanation).empty())
        return partsSum(explanation, formats);
    const Totals &totals = explanation.numbers.totals;
    return ExplanationTexts::tr("sum of the defects of %1 events = %2")
        .arg(formats.count(totals.events - totals.unknownEvents), formats.count(totals.defects));
}

QString stateCalculation(const StateTally &tally, const Formats &formats)
{
    return sumOf({tally.all(), tally.of(MachineState::Warning), tally.of(MachineState::Silent),
                  tally.of(MachineState::NoData)},
                 minus, tally.of(MachineState::Healthy), formats);
}

QString clockCalculation(const ClockWitness &clock, const Formats &formats)
{
    const bool withDate = formats.date(clock.eventTime) != formats.date(clock.recordedTime);
    const std::chrono::microseconds ahead = -clock.offset();
    return ExplanationTexts::tr("%1 \u2212 %2 = %3 s")
        .arg(exactTime(clock.eventTime, withDate, formats), exactTime(clock.recordedTime, withDate, formats),
             signOf(ahead.count()) + exactSeconds(std::chrono::abs(ahead), formats));
}

/** Both rates, then their difference. */
QString changeCalculation(const Explanation &explanation, const Formats &formats)
{
    const Decimal now = *explanation.numbers.defectRate();
    const Decimal before = *explanation.before->defectRate();
    const QString difference = ExplanationTexts::tr("%1 \u2212 %2 = %3")
                                   .arg(formats.decimal(now), formats.decimal(before),
                                        shownNumber(explanation.kind, *explanation.result, formats));
    return QStringList{rateCalculation(explanation.numbers, now, formats),
                       rateCalculation(*explanation.before, before, formats), difference}
        .join(QLatin1Char('\n'));
}

/** What was measured, then how what arrived adds up. */
QString ingestCalculation(const Explanation &explanation, const IngestFacts &ingest, const Formats &formats)
{
    const QString measured =
        ExplanationTexts::tr("measured: %1 ms").arg(formats.decimal(*explanation.result));
    if (explanation.kind == FigureKind::ReadTime)
        return measured;
    const OutcomeCounts &outcomes = ingest.outcomes;
    return sumOf({outcomes.accepted, outcomes.deduped, outcomes.updated, outcomes.rejected, outcomes.queued},
                 plus, outcomes.total(), formats)
        + QLatin1Char('\n') + measured;
}

QString factsCalculation(const Explanation &explanation, const Formats &formats)
{
    if (const auto *tally = std::get_if<StateTally>(&explanation.facts))
        return stateCalculation(*tally, formats);
    if (const auto *clock = std::get_if<ClockWitness>(&explanation.facts))
        return clockCalculation(*clock, formats);
    if (const auto *ingest = std::get_if<IngestFacts>(&explanation.facts))
        return ingestCalculation(explanation, *ingest, formats);
    return {};
}

QString calculationOf(const Explanation &explanation, const Formats &formats)
{
    const Totals &totals = explanation.numbers.totals;
    const QString runTime = exactSeconds(std::chrono::milliseconds{totals.runTimeMs}, formats);
    switch (explanation.kind) {
    case FigureKind::DefectRate:
        return rateCalculation(explanation.numbers, *explanation.result, formats);
    case FigureKind::DefectsPercent:
        return shareCalculation(totals.defects, formats.decimal(*explanation.result), explanation, formats);
    case FigureKind::UnknownPercent:
        return shareCalculation(totals.unknownEvents, unknownShare(explanation, formats), explanation,
                                formats);
    case FigureKind::Availability:
        return availabilityCalculation(explanation, formats);
    case FigureKind::Events:
        return eventsCalculation(explanation, formats);
    case FigureKind::EventsPerMinute:
        return ExplanationTexts::tr("%1 \u00f7 %2 s \u00d7 %3 s = %4 a minute")
            .arg(formats.count(totals.events), exactSeconds(explanation.numbers.window.length(), formats),
                 formats.count(60), shownNumber(explanation.kind, *explanation.result, formats));
    case FigureKind::Defects:
        return defectsCalculation(explanation, formats);
    case FigureKind::RunTime:
        return ExplanationTexts::tr("sum of the durations of %1 events = %2 s")
            .arg(formats.count(totals.events), runTime);
    case FigureKind::ActiveMachines:
        return ExplanationTexts::tr("number of machines = %1")
            .arg(formats.count(explanation.numbers.machines));
    case FigureKind::CycleTime:
        return ExplanationTexts::tr("%1 s \u00f7 %2 = %3 s")
            .arg(runTime, formats.count(totals.events),
                 shownNumber(explanation.kind, *explanation.result, formats));
    case FigureKind::DefectRateChange:
        return changeCalculation(explanation, formats);
    default:
        return factsCalculation(explanation, formats);
    }
}

/** Whether the screen shows less of the figure than the arithmetic ends at. */
bool isShortened(const Explanation &explanation, const Formats &formats)
{
    const Decimal &result = *explanation.result;
    const QString shown = explanationResult(explanation, formats);
    switch (explanation.kind) {
    case FigureKind::DefectRate:
        return shown != shownFigure(explanation.kind, result, formats);
    case FigureKind::Availability:
        return shown != withUnit(explanation.kind, percentOf(result, formats));
    case FigureKind::UnknownPercent:
        return shown != unknownShare(explanation, formats);
    case FigureKind::RunTime:
    case FigureKind::Clock:
    case FigureKind::CommitTime:
    case FigureKind::ReadTime:
        return true;
    default:
        return false;
    }
}

} // namespace

std::vector<NamedPart> writtenParts(const Explanation &explanation)
{
    const std::vector<FigurePart> &parts = explanation.parts;
    if (parts.size() < 2)
        return {};
    std::vector<NamedPart> written;
    NamedPart others{{}, 0, 0};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i < partsByName || parts.size() == partsByName + 1) {
            written.push_back({parts[i].machineId.toString(), parts[i].count, 1});
        } else {
            others.count += parts[i].count;
            ++others.machines;
        }
    }
    if (others.machines > 0)
        written.push_back(others);
    return written;
}

QString exactSeconds(std::chrono::microseconds length, const Formats &formats)
{
    constexpr std::int64_t one = 1'000'000;
    return formats.count(length.count() / one) + fraction(length.count() % one, formats);
}

QString exactTime(Instant instant, bool withDate, const Formats &formats)
{
    const Instant second = std::chrono::floor<std::chrono::seconds>(instant);
    const QString time = formats.timeWithSeconds(second) + fraction((instant - second).count(), formats)
        + QLatin1Char(' ') + formats.zoneName(second);
    return withDate ? formats.date(second) + QLatin1Char(' ') + time : time;
}

QString explanationCalculation(const Explanation &explanation, const Formats &formats)
{
    if (const auto *judgement = std::get_if<StateJudgement>(&explanation.facts))
        return judgementtext::calculation(*judgement, formats);
    if (const auto *last = std::get_if<LastEventFacts>(&explanation.facts))
        return lasteventtext::calculation(*last, formats);
    if (std::holds_alternative<OtherSide>(explanation.facts))
        return comparedtext::calculation(explanation, formats);
    if (!explanation.result)
        return {};
    const QString calculation = calculationOf(explanation, formats);
    if (!isShortened(explanation, formats))
        return calculation;
    return ExplanationTexts::tr("%1, shown as %2").arg(calculation, explanationResult(explanation, formats));
}

QString explanationResult(const Explanation &explanation, const Formats &formats)
{
    if (const auto *judgement = std::get_if<StateJudgement>(&explanation.facts))
        return stateWord(judgement->state);
    if (const auto *last = std::get_if<LastEventFacts>(&explanation.facts))
        return lasteventtext::shown(*last, formats);
    if (std::holds_alternative<OtherSide>(explanation.facts))
        return comparedtext::result(explanation, formats);
    if (!explanation.result)
        return QString(dash);
    if (explanation.kind == FigureKind::UnknownPercent)
        return grouptext::unknown(explanation.numbers, formats);
    if (explanation.shownPlaces)
        return withUnit(explanation.kind, formats.rounded(*explanation.result, *explanation.shownPlaces));
    return shownFigure(explanation.kind, *explanation.result, formats);
}

} // namespace linewatch::ui
