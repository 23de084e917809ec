// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/judgementtext.h"

#include "model/halfup.h"
#include "ui/models/durationtext.h"
#include "ui/models/explanationcalculation.h"
#include "ui/models/figuretext.h"
#include "ui/models/machinetile.h"

#include <QCoreApplication>

#include <cmath>

namespace linewatch::ui::judgementtext {

namespace {

struct JudgementTexts {
    Q_DECLARE_TR_FUNCTIONS(JudgementText)
};

bool asksForSilence(const StateJudgement &judgement)
{
    return judgement.lastEvent && judgement.rules.silenceLimit != std::chrono::microseconds::max();
}

QString spanInZone(const TimeWindow &window, const Formats &formats)
{
    return JudgementTexts::tr("%1 %2").arg(formats.span(window), formats.zoneName(window.start));
}

/** Defects an hour, with the places that rules are kept with. */
Decimal limitOf(const StateJudgement &judgement)
{
    return {std::llround(judgement.rules.healthThreshold * 1'000), 3};
}

/** With as many places, two at least, as tell it from the limit, by which the unrounded rate is judged. */
Decimal rateBesideLimit(const StateJudgement &judgement)
{
    constexpr Wide hour = 3'600'000'000;
    constexpr int fewest = 2;
    constexpr int most = 9;
    const bool isWarning = judgement.state == MachineState::Warning;
    Decimal rate;
    Wide scale = 1;
    for (int places = 0; places <= most; ++places, scale *= 10) {
        if (places < fewest)
            continue;
        rate = {divideHalfUp(scale * judgement.totals.defects * hour, judgement.health.length().count()),
                places};
        const bool reaches = Wide{rate.scaled} * 1'000 >= Wide{limitOf(judgement).scaled} * scale;
        if (reaches == isWarning)
            break;
    }
    return rate;
}

QString silenceLine(const StateJudgement &judgement, const Formats &formats)
{
    const bool isSilent = judgement.state == MachineState::Silent;
    const std::chrono::microseconds silence = judgement.moment - *judgement.lastEvent;
    const bool withDate = formats.date(judgement.moment) != formats.date(*judgement.lastEvent);
    const QString words = isSilent ? JudgementTexts::tr("%1 \u2212 %2 = %3 s > %4 s, so %5")
                                   : JudgementTexts::tr("%1 \u2212 %2 = %3 s \u2264 %4 s, so not %5");
    const QString sign = silence.count() < 0 ? QString(QChar(u'\u2212')) : QString();
    return words.arg(exactTime(judgement.moment, withDate, formats),
                     exactTime(*judgement.lastEvent, withDate, formats),
                     sign + exactSeconds(std::chrono::abs(silence), formats),
                     exactSeconds(judgement.rules.silenceLimit, formats), stateWord(MachineState::Silent));
}

QString rateLine(const StateJudgement &judgement, const Formats &formats)
{
    const QString words = judgement.state == MachineState::Warning
        ? JudgementTexts::tr("%1 \u00f7 %2 s \u00d7 %3 s = %4 an hour \u2265 %5 an hour, so %6")
        : JudgementTexts::tr("%1 \u00f7 %2 s \u00d7 %3 s = %4 an hour < %5 an hour, so %6");
    return words.arg(formats.count(judgement.totals.defects),
                     exactSeconds(judgement.health.length(), formats), formats.count(3'600),
                     formats.decimal(rateBesideLimit(judgement)), formats.decimal(limitOf(judgement)),
                     stateWord(judgement.state));
}

QString silenceLimit(const StateJudgement &judgement, const Formats &formats)
{
    if (judgement.isOver)
        return JudgementTexts::tr("not asked, as the window is over");
    return judgement.isRetired() ? JudgementTexts::tr("not asked, as it is retired")
                                 : durationText(judgement.rules.silenceLimit, formats);
}

} // namespace

QString calculation(const StateJudgement &judgement, const Formats &formats)
{
    if (judgement.state == MachineState::NoData)
        return JudgementTexts::tr("%1: no event, so %2")
            .arg(spanInZone(judgement.lookedAt, formats), stateWord(judgement.state));
    QStringList lines;
    if (asksForSilence(judgement))
        lines << silenceLine(judgement, formats);
    if (judgement.state != MachineState::Silent && judgement.health.isValid())
        lines << rateLine(judgement, formats);
    return lines.join(QLatin1Char('\n'));
}

std::vector<ExplanationText::Number> numbers(const StateJudgement &judgement, const Formats &formats)
{
    std::vector<ExplanationText::Number> list;
    const auto add = [&list](const QString &name, const QString &value) { list.push_back({name, value}); };
    add(JudgementTexts::tr("Judged at"), exactTime(judgement.moment, true, formats));
    if (!judgement.isOver)
        add(JudgementTexts::tr("Newest event"),
            judgement.lastEvent ? exactTime(*judgement.lastEvent, true, formats)
                                : JudgementTexts::tr("none"));
    add(JudgementTexts::tr("No data without one in"), spanInZone(judgement.lookedAt, formats));
    if (judgement.retiredSince)
        add(JudgementTexts::tr("Retired since"), exactTime(*judgement.retiredSince, true, formats));
    add(JudgementTexts::tr("Silent after more than"), silenceLimit(judgement, formats));
    add(JudgementTexts::tr("Known defects"), formats.count(judgement.totals.defects));
    add(JudgementTexts::tr("Counted over"), spanInZone(judgement.health, formats));
    add(JudgementTexts::tr("Limit of the defect rate"),
        withUnit(FigureKind::DefectRate, formats.decimal(limitOf(judgement))));
    return list;
}

QStringList leftOut(const StateJudgement &judgement, const Formats &formats)
{
    QStringList sentences;
    if (judgement.isRetired())
        sentences << JudgementTexts::tr("It is retired, so nobody waits for its events: it is never Silent.");
    const auto [events, runTime, defects, unknown] = judgement.totals;
    if (unknown > 0)
        sentences << JudgementTexts::tr(
                         "%1 of the %2 events whose defects count do not know theirs: the true "
                         "rate may be higher.")
                         .arg(formats.count(unknown), formats.count(events));
    sentences << JudgementTexts::tr("Rejected events do not count: a machine whose events are all rejected "
                                    "is as one that sends none.");
    return sentences;
}

Place events(const MachineId &machine, const StateJudgement &judgement)
{
    Place place = Place::eventsOfMachine(machine);
    place.window = judgement.health;
    if (judgement.state == MachineState::NoData)
        place.window = judgement.lookedAt;
    else if (judgement.state == MachineState::Silent)
        place.window = TimeWindow{*judgement.lastEvent, judgement.moment};
    else if (judgement.state == MachineState::Warning)
        place.defects = EventDefects::Some;
    return place;
}

} // namespace linewatch::ui::judgementtext
