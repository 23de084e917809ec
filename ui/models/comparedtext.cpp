// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparedtext.h"

#include "ui/models/comparison.h"
#include "ui/models/explanationcalculation.h"
#include "ui/models/explanationnumbers.h"
#include "ui/models/figuretext.h"

#include <QCoreApplication>

namespace linewatch::ui::comparedtext {

namespace {

struct ComparedTexts {
    Q_DECLARE_TR_FUNCTIONS(ComparedText)
};

const OtherSide &otherOf(const Explanation &explanation)
{
    return std::get<OtherSide>(explanation.facts);
}

/** With its sign and with all its digits: what both lines before it end at, taken from each other. */
QString signedText(const QString &size, std::int64_t difference)
{
    if (difference == 0)
        return size;
    return (difference < 0 ? QChar(u'\u2212') : QChar(u'+')) + size;
}

QString differenceOfShares(const Decimal &shown, const Decimal &other, const Formats &formats)
{
    const auto percent = [&formats](const Decimal &share) {
        return formats.fixed(Decimal{share.scaled, 2}.toDouble(), 2);
    };
    const std::int64_t apart = shown.scaled - other.scaled;
    return ComparedTexts::tr("%1 % \u2212 %2 % = %3 points")
        .arg(percent(shown), percent(other), signedText(percent({std::abs(apart), 2}), apart));
}

QString differenceOfTimes(const Decimal &shown, const Decimal &other, const Formats &formats)
{
    const auto seconds = [&formats](std::int64_t milliseconds) {
        return exactSeconds(std::chrono::milliseconds{milliseconds}, formats);
    };
    const std::int64_t apart = shown.scaled - other.scaled;
    return ComparedTexts::tr("%1 s \u2212 %2 s = %3 s")
        .arg(seconds(shown.scaled), seconds(other.scaled), signedText(seconds(std::abs(apart)), apart));
}

QString differenceLine(FigureKind kind, const Decimal &shown, const Decimal &other, const QString &result,
                       const Formats &formats)
{
    const auto number = [&formats](const Decimal &figure) {
        return figure.places == 0 ? formats.count(figure.scaled) : formats.decimal(figure);
    };
    switch (kind) {
    case FigureKind::Availability:
    case FigureKind::UnknownPercent: // each has two places of a percent
        return differenceOfShares(shown, other, formats);
    case FigureKind::RunTime:
        return differenceOfTimes(shown, other, formats);
    default:
        return ComparedTexts::tr("%1 \u2212 %2 = %3").arg(number(shown), number(other), result);
    }
}

bool isShortened(FigureKind kind)
{
    return kind == FigureKind::Availability || kind == FigureKind::UnknownPercent
        || kind == FigureKind::RunTime;
}

void addSide(std::vector<ExplanationText::Number> &list, const QString &name, const Explanation &side,
             const Formats &formats)
{
    list.push_back({name, side.subject.lineId.toString()});
    const std::vector<ExplanationText::Number> numbers = explanationNumbers(side, formats);
    list.insert(list.end(), numbers.begin(), numbers.end());
}

} // namespace

Explanation shownSide(const Explanation &explanation)
{
    return explain(explanation.kind, explanation.subject, explanation.numbers);
}

Explanation otherSide(const Explanation &explanation)
{
    const OtherSide &other = otherOf(explanation);
    return explain(explanation.kind, {{}, other.line}, other.numbers);
}

QString calculation(const Explanation &explanation, const Formats &formats)
{
    const Explanation shown = shownSide(explanation);
    const Explanation other = otherSide(explanation);
    QStringList lines{explanationCalculation(shown, formats), explanationCalculation(other, formats)};
    if (const QString difference = result(explanation, formats); difference != QString(dash)) {
        const QString line =
            differenceLine(explanation.kind, *shown.result, *other.result, difference, formats);
        lines << (isShortened(explanation.kind) ? ComparedTexts::tr("%1, shown as %2").arg(line, difference)
                                                : line);
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString result(const Explanation &explanation, const Formats &formats)
{
    return comparedDifference(explanation.kind, explanation.numbers, otherOf(explanation).numbers, formats);
}

std::vector<ExplanationText::Number> numbers(const Explanation &explanation, const Formats &formats)
{
    std::vector<ExplanationText::Number> list;
    addSide(list, ComparedTexts::tr("Shown"), shownSide(explanation), formats);
    addSide(list, ComparedTexts::tr("Compared with"), otherSide(explanation), formats);
    return list;
}

QString nothingSentence(const Explanation &explanation, const Formats &formats)
{
    if (result(explanation, formats) != QString(dash))
        return {};
    return explanation.numbers.hasEvents() && otherOf(explanation).numbers.hasEvents()
        ? ComparedTexts::tr("The two windows differ in length, so that sums over them are not subtracted.")
        : ComparedTexts::tr("No events in one of the two: there is nothing to subtract.");
}

} // namespace linewatch::ui::comparedtext
