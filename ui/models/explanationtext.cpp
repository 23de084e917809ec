// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explanationtext.h"

#include "ui/models/grouptext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct ExplanationTexts {
    Q_DECLARE_TR_FUNCTIONS(ExplanationText)
};

QString subjectName(const FigureSubject &subject)
{
    if (!subject.machineId.isEmpty() && !subject.lineId.isEmpty())
        return ExplanationTexts::tr("%1 on %2").arg(subject.machineId.toString(), subject.lineId.toString());
    if (!subject.machineId.isEmpty())
        return subject.machineId.toString();
    return subject.lineId.isEmpty() ? ExplanationTexts::tr("the plant") : subject.lineId.toString();
}

QString titleOf(const Explanation &explanation)
{
    const QString name = subjectName(explanation.subject);
    switch (explanation.kind) {
    case FigureKind::DefectRate:
        return ExplanationTexts::tr("Defect rate of %1").arg(name);
    case FigureKind::DefectsPercent:
        return ExplanationTexts::tr("Defects per 100 events of %1").arg(name);
    case FigureKind::Availability:
        break;
    }
    return ExplanationTexts::tr("Availability of %1").arg(name);
}

QString formulaOf(FigureKind kind)
{
    switch (kind) {
    case FigureKind::DefectRate:
        return ExplanationTexts::tr("known defects \u00f7 hours of the window");
    case FigureKind::DefectsPercent:
        return ExplanationTexts::tr("100 \u00d7 known defects \u00f7 events");
    case FigureKind::Availability:
        break;
    }
    return ExplanationTexts::tr(
        "run time \u00f7 (length of the window \u00d7 machines with at least one event), at most 100 %");
}

/** A number of microseconds in seconds, with all its digits and no more. */
QString exactSeconds(std::chrono::microseconds length, const Formats &formats)
{
    constexpr int places = 6;
    constexpr std::int64_t one = 1'000'000;
    QString text = formats.count(length.count() / one);
    const std::int64_t rest = length.count() % one;
    if (rest == 0)
        return text;
    QString digits = QString::number(rest).rightJustified(places, QLatin1Char('0'));
    while (digits.endsWith(QLatin1Char('0')))
        digits.chop(1);
    return text + formats.locale().decimalPoint() + digits;
}

/** In percent, with the two places that four places of one are. */
QString percentOf(const Decimal &share, const Formats &formats)
{
    return formats.fixed(Decimal{share.scaled, 2}.toDouble(), 2);
}

QString calculationOf(const Explanation &explanation, const Formats &formats)
{
    const GroupFigures &numbers = explanation.numbers;
    const QString defects = formats.count(numbers.totals.defects);
    const QString window = exactSeconds(numbers.window.length(), formats);
    switch (explanation.kind) {
    case FigureKind::DefectRate:
        return ExplanationTexts::tr("%1 \u00f7 %2 s \u00d7 %3 s = %4 an hour")
            .arg(defects, window, formats.count(3'600), formats.decimal(*explanation.result));
    case FigureKind::DefectsPercent:
        return ExplanationTexts::tr("100 \u00d7 %1 \u00f7 %2 = %3")
            .arg(defects, formats.count(numbers.totals.events), formats.decimal(*explanation.result));
    case FigureKind::Availability:
        break;
    }
    return ExplanationTexts::tr("%1 s \u00f7 (%2 s \u00d7 %3) = %4 %")
        .arg(exactSeconds(std::chrono::milliseconds{numbers.totals.runTimeMs}, formats), window,
             formats.count(numbers.machines), percentOf(*explanation.result, formats));
}

QString resultOf(const Explanation &explanation, const Formats &formats)
{
    const GroupFigures &numbers = explanation.numbers;
    if (!explanation.result)
        return QString(dash);
    switch (explanation.kind) {
    case FigureKind::DefectRate:
        return ExplanationTexts::tr("%1 /h").arg(grouptext::defectRate(numbers, formats));
    case FigureKind::DefectsPercent:
        return grouptext::defectsPercent(numbers, formats);
    case FigureKind::Availability:
        break;
    }
    return grouptext::availability(numbers, formats);
}

std::vector<ExplanationText::Number> numbersOf(const Explanation &explanation, const Formats &formats)
{
    const GroupFigures &numbers = explanation.numbers;
    std::vector<ExplanationText::Number> list;
    const auto add = [&list](const QString &name, const QString &value) { list.push_back({name, value}); };
    if (explanation.kind != FigureKind::Availability)
        add(ExplanationTexts::tr("Known defects"), formats.count(numbers.totals.defects));
    else
        add(ExplanationTexts::tr("Run time"),
            grouptext::duration(
                std::chrono::round<std::chrono::seconds>(std::chrono::milliseconds{numbers.totals.runTimeMs}),
                formats));
    add(ExplanationTexts::tr("Events"), formats.count(numbers.totals.events));
    if (explanation.subject.machineId.isEmpty())
        add(ExplanationTexts::tr("Machines with events"), formats.count(numbers.machines));
    add(ExplanationTexts::tr("Window"),
        ExplanationTexts::tr("%1 %2").arg(formats.span(numbers.window),
                                          formats.zoneName(numbers.window.start)));
    add(ExplanationTexts::tr("Its length"),
        grouptext::duration(std::chrono::round<std::chrono::seconds>(numbers.window.length()), formats));
    return list;
}

QString unknownSentence(const Explanation &explanation, const Formats &formats)
{
    const Totals &totals = explanation.numbers.totals;
    if (explanation.kind == FigureKind::Availability)
        return {};
    if (totals.unknownEvents == 0)
        return ExplanationTexts::tr("Every event knows its defects.");
    const QString share = formats.rounded(*explanation.numbers.unknownPercent(), 1);
    return ExplanationTexts::tr("%1 of %2 events (%3 %) do not know their defects. They count as events, not "
                                "as defects: the true figure may be higher.")
        .arg(formats.count(totals.unknownEvents), formats.count(totals.events), share);
}

QString rejectedSentence(const Explanation &explanation, const Formats &formats)
{
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
    ExplanationText text{.title = titleOf(explanation),
                         .formula = formulaOf(explanation.kind),
                         .numbers = numbersOf(explanation, formats),
                         .calculation = {},
                         .result = resultOf(explanation, formats),
                         .leftOut = {}};
    if (explanation.result)
        text.calculation = calculationOf(explanation, formats);
    else
        text.leftOut << ExplanationTexts::tr("No events in this window: there is nothing to tell.");
    if (explanation.result)
        text.leftOut << unknownSentence(explanation, formats);
    text.leftOut << rejectedSentence(explanation, formats);
    text.leftOut.removeAll(QString());
    return text;
}

Place eventsBehind(const Explanation &explanation)
{
    const FigureSubject &subject = explanation.subject;
    Place place = Place::events();
    place.machine = subject.machineId;
    place.line = subject.lineId;
    place.window = explanation.numbers.window;
    if (explanation.kind != FigureKind::Availability)
        place.defects = EventDefects::Some;
    return place;
}

} // namespace linewatch::ui
