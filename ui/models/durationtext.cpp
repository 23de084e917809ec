// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/durationtext.h"

#include <QCoreApplication>

namespace linewatch::ui {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

struct DurationTexts {
    Q_DECLARE_TR_FUNCTIONS(DurationText)
};

/** The second is left out where it is nothing. */
QString twoUnits(std::int64_t large, const QString &largeText, std::int64_t small, const QString &smallText)
{
    const QString first = largeText.arg(large);
    return small > 0 ? first + QLatin1Char(' ') + smallText.arg(small) : first;
}

} // namespace

QString durationText(microseconds length, const Formats &formats)
{
    const std::int64_t wholeSeconds = length / seconds{1};
    const std::int64_t wholeMinutes = length / minutes{1};
    const std::int64_t wholeHours = length / hours{1};
    const std::int64_t wholeDays = length / days{1};
    if (length < seconds{1})
        return DurationTexts::tr("%1 ms").arg(
            formats.fixed(static_cast<double>(length / milliseconds{1}), 0));
    if (length < minutes{1}) {
        const std::int64_t tenths = length / milliseconds{100}; // cut, or it would be 60.0
        return DurationTexts::tr("%1 s").arg(
            formats.fixed(static_cast<double>(tenths) / 10, tenths % 10 == 0 ? 0 : 1));
    }
    if (length < hours{1})
        return twoUnits(wholeMinutes, DurationTexts::tr("%1 min"), wholeSeconds % 60,
                        DurationTexts::tr("%1 s"));
    if (length < days{1})
        return twoUnits(wholeHours, DurationTexts::tr("%1 h"), wholeMinutes % 60,
                        DurationTexts::tr("%1 min"));
    return twoUnits(wholeDays, DurationTexts::tr("%1 d"), wholeHours % 24, DurationTexts::tr("%1 h"));
}

QString secondsText(milliseconds length, milliseconds step, const Formats &formats)
{
    int places = 0;
    for (milliseconds unit = seconds{1}; places < 3 && step % unit != milliseconds{0}; unit /= 10)
        ++places;
    return formats.fixed(static_cast<double>(length.count()) / 1000, places);
}

} // namespace linewatch::ui
