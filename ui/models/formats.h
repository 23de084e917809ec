// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"
#include "model/timewindow.h"

#include <QLocale>
#include <QTimeZone>

namespace linewatch::ui {

/** How figures and times are written: numbers by a locale, times of day in a time zone. A value. */
class Formats
{
public:
    Formats(const QLocale &locale, const QTimeZone &zone);
    /** The user's locale and the computer's time zone. */
    static Formats ofThisComputer();

    /** 1,284 */
    QString count(std::int64_t number) const;
    /** 82.4 */
    QString fixed(double number, int places) const;
    /** At least one decimal place, no trailing zero beyond it, as the API writes it: 3.0, 0.25. */
    QString decimal(const Decimal &number) const;
    /** To @p places decimal places, half up, on integers: 4.05 becomes 4.1. Not for negative numbers. */
    QString rounded(const Decimal &number, int places) const;
    /** With its sign, +3 or U+2212 1.1; empty when it rounds to zero. */
    QString change(double number, int places) const;

    /** 14:12 */
    QString time(Instant instant) const;
    /** 14:12:07 */
    QString timeWithSeconds(Instant instant) const;
    /** 14:12:07 CET */
    QString timeWithZone(Instant instant) const;

    /** 15 Jan */
    QString date(Instant instant) const;
    /** 15 Jan 14:12 */
    QString dateAndTime(Instant instant) const;
    /** 14 Jan 2026 06:00 – 14:00, or with both dates where they differ */
    QString span(const TimeWindow &window) const;
    /** The pattern of a date and a time of day, for those who type one: dd.MM.yyyy HH:mm */
    QString typedPattern() const;
    /** CET: what the zone is called at that moment */
    QString zoneName(Instant instant) const;
    bool isMidnight(Instant instant) const;

    const QLocale &locale() const { return m_locale; }
    const QTimeZone &zone() const { return m_zone; }

private:
    QDateTime local(Instant instant) const;

    QLocale m_locale;
    QTimeZone m_zone;
};

/** What stands where there is nothing to divide by or nothing is known. */
inline constexpr QChar dash{u'\u2013'};

} // namespace linewatch::ui
