// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calculation.h"

#include <QDate>
#include <QLabel>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace linewatch::ui {

namespace {

constexpr char16_t minus = u'\u2212';

/** By recursive descent over a term without blanks and letters. */
class Term
{
public:
    explicit Term(const QString &text) : m_text(text) { }

    std::optional<long double> value()
    {
        const long double sum = this->sum();
        return m_isWrong || m_at != m_text.size() ? std::nullopt : std::optional(sum);
    }

private:
    QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    bool take(char16_t sign)
    {
        if (next() != QChar(sign))
            return false;
        ++m_at;
        return true;
    }

    long double sum()
    {
        long double value = product();
        while (!m_isWrong) {
            if (take(u'+'))
                value += product();
            else if (take(minus))
                value -= product();
            else
                break;
        }
        return value;
    }

    long double product()
    {
        long double value = factor();
        while (!m_isWrong) {
            if (take(u'\u00d7'))
                value *= factor();
            else if (take(u'\u00f7'))
                value /= factor();
            else
                break;
        }
        return value;
    }

    long double factor()
    {
        if (take(u'(')) {
            const long double value = sum();
            m_isWrong = m_isWrong || !take(u')');
            return value;
        }
        QString digits;
        while (next().isDigit() || next() == QLatin1Char('.') || next() == QLatin1Char(','))
            digits += m_text[m_at++];
        m_isWrong = m_isWrong || digits.isEmpty();
        return std::strtold(digits.remove(QLatin1Char(',')).toLatin1().constData(), nullptr);
    }

    const QString m_text;
    qsizetype m_at = 0;
    bool m_isWrong = false;
};

/** '15 Jan 14:12:10.25 CET' as seconds; the date may be missing. Of one zone, as what is compared is. */
std::optional<long double> secondsOf(const QString &time)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(\\d+) (\\w{3}) )?(\\d\\d):(\\d\\d):(\\d\\d(?:\\.\\d+)?) [A-Z]+$"));
    const QRegularExpressionMatch match = pattern.match(time);
    if (!match.hasMatch())
        return std::nullopt;
    const QString date = QStringLiteral("2026 %1 %2").arg(match.captured(1), match.captured(2));
    const QDate day = QLocale(QLocale::English).toDate(date, QStringLiteral("yyyy d MMM"));
    return 86'400.0L * static_cast<long double>(day.isValid() ? day.toJulianDay() : 0)
        + 3'600.0L * match.captured(3).toInt() + 60.0L * match.captured(4).toInt()
        + std::strtold(match.captured(5).toLatin1().constData(), nullptr);
}

std::optional<long double> differenceOfTimes(const QString &term)
{
    const QStringList times = term.split(QStringLiteral(" \u2212 "));
    if (times.size() != 2)
        return std::nullopt;
    const auto one = secondsOf(times[0]);
    const auto other = secondsOf(times[1]);
    return one && other ? std::optional(*one - *other) : std::nullopt;
}

/** '5 h 12 min', '+4 min 10 s'; nothing for anything else, '37 s' too, which is a number with a unit. */
std::optional<long double> durationOf(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^([+\u2212])?(?:([\\d,]+) h )?(?:(\\d+) min)?(?: (\\d+) s)?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || match.captured(3).isEmpty())
        return std::nullopt;
    const long double size = 3'600.0L * match.captured(2).remove(QLatin1Char(',')).toLongLong()
        + 60.0L * match.captured(3).toInt() + match.captured(4).toInt();
    return match.captured(1) == QString(QChar(minus)) ? -size : size;
}

QString quoted(const QString &text)
{
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

QString problemOfEquation(const QString &left, const QString &right)
{
    const auto result = firstNumberIn(right);
    if (!result)
        return quoted(right) + QStringLiteral(" is no number");
    const bool isNamed =
        left.startsWith(QLatin1String("sum of")) || left.startsWith(QLatin1String("number of"));
    if (isNamed)
        return {};
    const auto difference = differenceOfTimes(left);
    std::optional<long double> exact = difference ? difference : valueOf(left);
    if (!exact)
        return quoted(left) + QStringLiteral(" cannot be done again");
    const bool isShare = right.contains(QLatin1Char('%')) && !left.startsWith(QLatin1String("100 "));
    if (isShare)
        *exact *= 100;
    if (result->isRoundingOf(*exact))
        return {};
    return QStringLiteral("%1 is %2, not %3").arg(left).arg(static_cast<double>(*exact)).arg(right);
}

/** '... > 1, so 100.00 %': a share that is cut. */
QString problemOfCut(const QString &left, const QString &right)
{
    const auto exact = valueOf(left);
    const auto shown = firstNumberIn(right);
    const bool isCut = exact && *exact > 1 && shown && shown->value == 100;
    return isCut ? QString() : quoted(left) + QStringLiteral(" is not cut");
}

/** Of what the arithmetic ends at, only so much is shown. */
QString problemOfShortening(const QString &exact, const QString &shown)
{
    const auto number = firstNumberIn(exact);
    if (!number)
        return quoted(exact) + QStringLiteral(" is no number");
    const auto duration = durationOf(shown);
    const auto cut = firstNumberIn(shown);
    const bool isRight = duration ? std::abs(*duration - number->value) <= 60 // in whole minutes
                                  : cut && cut->isRoundingOf(number->value);
    return isRight ? QString() : QStringLiteral("%1 is not %2").arg(quoted(shown), quoted(exact));
}

QString problemOfLine(const QString &line, const QString &onScreen)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(.*?)( = | > 1, so )|measured: )(.*?)(?:, shown as (.*))?$"));
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return quoted(line) + QStringLiteral(" is no arithmetic");
    const QString exact = match.captured(3);
    const QString shown = match.captured(4).isEmpty() ? exact : match.captured(4);
    QString problem;
    if (match.captured(2) == QLatin1String(" = "))
        problem = problemOfEquation(match.captured(1), exact);
    else if (!match.captured(2).isEmpty())
        problem = problemOfCut(match.captured(1), exact);
    if (problem.isEmpty() && shown != exact)
        problem = problemOfShortening(exact, shown);
    if (!problem.isEmpty() || shown == onScreen)
        return problem;
    const auto there = firstNumberIn(onScreen);
    const auto here = firstNumberIn(shown);
    const bool isSame = there && here && there->value == here->value && there->isLess == here->isLess;
    return isSame ? QString()
                  : QStringLiteral("%1 is on screen, not %2").arg(quoted(onScreen), quoted(shown));
}

/** '... = 660 s > 300 s, so Silent', whose word is the second of what it gives. */
std::pair<QString, QString> problemOfRule(const QString &line)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(.*) = (.*) ([>\u2264\u2265<]) (.*), so (?:not )?(.*)$"));
    const QRegularExpressionMatch match = pattern.match(line);
    const auto limit = firstNumberIn(match.captured(4));
    if (!match.hasMatch() || !limit)
        return {quoted(line) + QStringLiteral(" is no rule"), {}};
    const QString word = match.captured(5);
    if (const QString problem = problemOfEquation(match.captured(1), match.captured(2)); !problem.isEmpty())
        return {problem, word};
    const auto difference = differenceOfTimes(match.captured(1));
    const long double exact = difference ? *difference : *valueOf(match.captured(1));
    const QChar sign = match.captured(3).front();
    const bool isStrict = sign == QLatin1Char('>') || sign == QChar(u'\u2264');
    const bool isBeyond = isStrict ? exact > limit->value : exact >= limit->value;
    const bool isSaidToBe = sign == QLatin1Char('>') || sign == QChar(u'\u2265');
    return {isBeyond == isSaidToBe ? QString() : quoted(line) + QStringLiteral(" is not so"), word};
}

} // namespace

bool WrittenNumber::isRoundingOf(long double exact) const
{
    if (isLess)
        return exact > 0 && exact < value;
    const long double off = (value - exact) * std::pow(10.0L, places);
    constexpr long double tolerance = 1e-6L;
    return std::abs(off) <= 0.5L + tolerance;
}

std::optional<WrittenNumber> firstNumberIn(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("(<)?([+\u2212])?(\\d[\\d,]*)(?:\\.(\\d+))?"));
    const QRegularExpressionMatch match = number.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString digits =
        match.captured(3).remove(QLatin1Char(',')) + QLatin1Char('.') + match.captured(4) + QLatin1Char('0');
    const long double size = std::strtold(digits.toLatin1().constData(), nullptr);
    return WrittenNumber{match.captured(2) == QString(QChar(minus)) ? -size : size,
                         static_cast<int>(match.capturedLength(4)), !match.captured(1).isEmpty()};
}

std::optional<long double> valueOf(const QString &term)
{
    static const QRegularExpression units(QStringLiteral("[a-z%\\s]"));
    QString bare = term;
    return Term(bare.remove(units)).value();
}

QString problemOf(const QString &calculation, const QString &onScreen)
{
    const QStringList lines = calculation.split(QLatin1Char('\n'));
    for (const QString &line : lines.first(lines.size() - 1)) {
        if (const QString problem = problemOfLine(line, line.section(QStringLiteral(" = "), -1));
            !problem.isEmpty())
            return problem;
    }
    return problemOfLine(lines.last(), onScreen);
}

QString problemOf(const QWidget &popup, const QString &onScreen)
{
    for (const QLabel *label : popup.findChildren<QLabel *>()) {
        if (label->property("tone").toString() == QLatin1String("code") && label->isVisible())
            return problemOf(label->text(), onScreen);
    }
    return QStringLiteral("there is no arithmetic");
}

QString problemOfJudgement(const QString &calculation, const QString &state)
{
    static const QRegularExpression nothing(QStringLiteral("^(.+): no event, so (.*)$"));
    const QStringList lines = calculation.split(QLatin1Char('\n'));
    QString word = nothing.match(lines.last()).captured(2);
    for (const QString &line : lines) {
        if (nothing.match(line).hasMatch())
            continue;
        const auto [problem, decided] = problemOfRule(line);
        if (!problem.isEmpty())
            return problem;
        word = decided;
    }
    return word == state ? QString() : QStringLiteral("%1 is on screen, not %2").arg(state, calculation);
}

} // namespace linewatch::ui
