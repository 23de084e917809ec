// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeticks.h"

#include <QDateTime>

namespace linewatch::ui {

namespace {

using Seconds = std::chrono::seconds;

std::vector<Instant> multiplesOf(Seconds interval, const TimeWindow &window, Seconds offset)
{
    const auto start = std::chrono::ceil<Seconds>(window.start).time_since_epoch() + offset;
    const auto behind = start % interval;
    Instant tick =
        std::chrono::ceil<Seconds>(window.start) + (behind.count() > 0 ? interval - behind : Seconds{0});
    std::vector<Instant> ticks;
    for (; tick <= window.end; tick += interval)
        ticks.push_back(tick);
    return ticks;
}

std::vector<Instant> midnights(int everyDays, const TimeWindow &window, const QTimeZone &zone)
{
    const auto dateOf = [&zone](Instant instant) {
        const auto ms = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch();
        return QDateTime::fromMSecsSinceEpoch(ms.count(), zone).date();
    };
    std::vector<Instant> ticks;
    const QDate last = dateOf(window.end);
    for (QDate date = dateOf(window.start); date <= last; date = date.addDays(everyDays)) {
        const Instant tick{std::chrono::milliseconds{date.startOfDay(zone).toMSecsSinceEpoch()}};
        if (tick >= window.start && tick <= window.end)
            ticks.push_back(tick);
        else if (tick < window.start)
            date = date.addDays(1 - everyDays);
    }
    return ticks;
}

} // namespace

std::vector<Instant> timeTicks(const TimeWindow &window, int most, const QTimeZone &zone)
{
    const auto seconds = std::chrono::floor<Seconds>(window.start).time_since_epoch();
    const Seconds offset{zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds.count(), Qt::UTC))};
    for (const int minutes : {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720}) {
        const Seconds interval = std::chrono::minutes{minutes};
        if (window.length() / interval < most)
            return multiplesOf(interval, window, offset);
    }
    constexpr int longest = 364;
    for (const int days : {1, 2, 7, 14, 28, 91}) {
        if (window.length() / std::chrono::days{days} < most)
            return midnights(days, window, zone);
    }
    return midnights(longest, window, zone);
}

} // namespace linewatch::ui
