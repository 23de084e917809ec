// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/formats.h"

#include <QDateTime>

#include <cmath>

namespace linewatch::ui {

Formats::Formats(const QLocale &locale, const QTimeZone &zone) : m_locale(locale), m_zone(zone) { }

Formats Formats::ofThisComputer()
{
    return {QLocale(), QTimeZone::systemTimeZone()};
}

QString Formats::count(std::int64_t number) const
{
    return m_locale.toString(static_cast<qlonglong>(number));
}

QString Formats::fixed(double number, int places) const
{
    return m_locale.toString(number, 'f', places);
}

QString Formats::decimal(const Decimal &number) const
{
    int places = number.places;
    for (std::int64_t digits = number.scaled; places > 1 && digits % 10 == 0; digits /= 10)
        --places;
    return fixed(number.toDouble(), places);
}

QString Formats::rounded(const Decimal &number, int places) const
{
    Decimal result{number.scaled, places};
    std::int64_t divisor = 1;
    for (int place = places; place < number.places; ++place)
        divisor *= 10;
    result.scaled = (number.scaled + divisor / 2) / divisor;
    return fixed(result.toDouble(), places);
}

QString Formats::change(double number, int places) const
{
    const double unit = std::pow(10.0, places);
    if (std::round(number * unit) == 0)
        return {};
    const QChar sign = number < 0 ? QChar(u'\u2212') : QChar(u'+');
    return sign + fixed(std::abs(number), places);
}

QString Formats::time(Instant instant) const
{
    return m_locale.toString(local(instant).time(), QStringLiteral("HH:mm"));
}

QString Formats::timeWithSeconds(Instant instant) const
{
    return m_locale.toString(local(instant).time(), QStringLiteral("HH:mm:ss"));
}

QString Formats::timeWithZone(Instant instant) const
{
    return timeWithSeconds(instant) + QLatin1Char(' ') + zoneName(instant);
}

QString Formats::date(Instant instant) const
{
    return m_locale.toString(local(instant).date(), QStringLiteral("d MMM"));
}

QString Formats::dateAndTime(Instant instant) const
{
    return date(instant) + QLatin1Char(' ') + time(instant);
}

QString Formats::span(const TimeWindow &window) const
{
    const auto dayAndTime = [this](Instant instant) {
        return m_locale.toString(local(instant), QStringLiteral("d MMM yyyy HH:mm"));
    };
    const bool sameDay = local(window.start).date() == local(window.end).date();
    return QStringLiteral("%1 %2 %3")
        .arg(dayAndTime(window.start), dash, sameDay ? time(window.end) : dayAndTime(window.end));
}

QString Formats::typedPattern() const
{
    QString day = m_locale.dateFormat(QLocale::ShortFormat);
    if (!day.contains(QStringLiteral("yyyy")))
        day.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    return day + QStringLiteral(" HH:mm");
}

QString Formats::zoneName(Instant instant) const
{
    return local(instant).timeZoneAbbreviation();
}

bool Formats::isMidnight(Instant instant) const
{
    return local(instant).time() == QTime(0, 0);
}

QDateTime Formats::local(Instant instant) const
{
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), m_zone);
}

} // namespace linewatch::ui
