// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/typedvalues.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace linewatch::ui {

using std::chrono::milliseconds;

namespace {

struct LengthUnit {
    QLatin1String symbol; ///< of the SI, the same in every language
    milliseconds length;
};

/** The largest first; ms last, as 'ms' ends with 's'. */
constexpr std::array<LengthUnit, 5> lengthUnits{{{QLatin1String("d"), std::chrono::days{1}},
                                                 {QLatin1String("h"), std::chrono::hours{1}},
                                                 {QLatin1String("min"), std::chrono::minutes{1}},
                                                 {QLatin1String("s"), std::chrono::seconds{1}},
                                                 {QLatin1String("ms"), milliseconds{1}}}};
constexpr double furthest = 4e12; // ms, so that nothing overflows
constexpr double tolerance = 1e-6;

/** By the locale or, as data sheets have them, with a decimal point; never with groups, which may be either.
 */
std::optional<double> numberTyped(const QString &text, const Formats &formats)
{
    QLocale own = formats.locale();
    own.setNumberOptions(QLocale::RejectGroupSeparator);
    bool isNumber = false;
    double number = own.toDouble(text, &isNumber);
    if (!isNumber) {
        QLocale plain = QLocale::c();
        plain.setNumberOptions(QLocale::RejectGroupSeparator);
        number = plain.toDouble(text, &isNumber);
    }
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> wholeNumber(double number)
{
    if (std::abs(number) > furthest || std::abs(number - std::round(number)) > tolerance)
        return std::nullopt;
    return std::llround(number);
}

QString numberText(double number, int mostPlaces, const Formats &formats)
{
    QLocale own = formats.locale();
    own.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = own.toString(number, 'f', mostPlaces);
    while (mostPlaces > 0 && text.endsWith(own.zeroDigit()))
        text.chop(1);
    if (text.endsWith(own.decimalPoint()))
        text.chop(own.decimalPoint().size());
    return text;
}

QDateTime inZone(Instant moment, const Formats &formats)
{
    const auto ms = std::chrono::floor<milliseconds>(moment).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, formats.zone());
}

} // namespace

QString typedLength(milliseconds length, const Formats &formats)
{
    LengthUnit unit = lengthUnits[3];
    for (const LengthUnit &candidate : lengthUnits) {
        if (length % candidate.length == milliseconds{0} && candidate.length >= unit.length) {
            unit = candidate;
            break;
        }
    }
    const double number = static_cast<double>(length.count()) / static_cast<double>(unit.length.count());
    return numberText(number, 3, formats) + QLatin1Char(' ') + unit.symbol;
}

std::optional<milliseconds> lengthTyped(const QString &text, milliseconds unit, const Formats &formats)
{
    QString number = text.trimmed();
    for (auto known = lengthUnits.rbegin(); known != lengthUnits.rend(); ++known) {
        if (number.endsWith(known->symbol)) {
            unit = known->length;
            number = number.chopped(known->symbol.size()).trimmed();
            break;
        }
    }
    const std::optional<double> typed = numberTyped(number, formats);
    const auto ms = typed ? wholeNumber(*typed * static_cast<double>(unit.count())) : std::nullopt;
    return ms ? std::optional(milliseconds{*ms}) : std::nullopt;
}

QString typedRate(const Decimal &rate, const Formats &formats)
{
    return numberText(rate.toDouble(), 2, formats);
}

std::optional<Decimal> rateTyped(const QString &text, const Formats &formats)
{
    const std::optional<double> typed = numberTyped(text.trimmed(), formats);
    const auto hundredths = typed ? wholeNumber(*typed * 100) : std::nullopt;
    return hundredths ? std::optional(Decimal{*hundredths, 2}) : std::nullopt;
}

QString typedMoment(Instant moment, const Formats &formats)
{
    return formats.locale().toString(inZone(moment, formats), formats.typedPattern());
}

std::optional<Instant> momentTyped(const QString &text, const Formats &formats)
{
    const QString typed = text.simplified();
    const QString pattern = formats.typedPattern();
    QDateTime local = formats.locale().toDateTime(typed, pattern);
    if (!local.isValid()) {
        const QDate day = formats.locale().toDate(typed, pattern.chopped(QStringLiteral(" HH:mm").size()));
        local = day.isValid() ? QDateTime(day, QTime(0, 0)) : QDateTime();
    }
    const QDateTime there = local.isValid() ? QDateTime(local.date(), local.time(), formats.zone()) : local;
    if (!there.isValid())
        return std::nullopt;
    return Instant{milliseconds{there.toMSecsSinceEpoch()}};
}

QString dayAndTime(Instant moment, const Formats &formats)
{
    return formats.locale().toString(inZone(moment, formats), QStringLiteral("d MMM yyyy HH:mm"));
}

} // namespace linewatch::ui
