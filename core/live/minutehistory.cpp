// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/minutehistory.h"

#include "model/rollup.h"

#include <ranges>

namespace linewatch {

using std::chrono::minutes;

void MinuteHistory::add(Instant time, const Totals &totals)
{
    change(time, totals, 1);
}

void MinuteHistory::takeAway(Instant time, const Totals &totals)
{
    change(time, totals, -1);
}

void MinuteHistory::change(Instant time, const Totals &totals, int sign)
{
    if (time < m_keptSince)
        return;
    const Instant start = bucketStart(time, BucketWidth::Hour);
    const auto ofHour = static_cast<std::uint8_t>((time - start) / minutes{1});
    Hour &hour = m_hours[start];
    auto minute = std::ranges::lower_bound(hour, ofHour, {}, &Minute::ofHour);
    if (minute == hour.end() || minute->ofHour != ofHour)
        minute = hour.insert(minute, Minute{.ofHour = ofHour});
    minute->events += sign * static_cast<std::int32_t>(totals.events);
    minute->runTimeMs += sign * totals.runTimeMs;
    minute->defects += sign * totals.defects;
    minute->unknownEvents += sign * static_cast<std::int32_t>(totals.unknownEvents);
    if (minute->totals() != Totals{})
        return;
    hour.erase(minute);
    if (hour.empty())
        m_hours.erase(start);
}

void MinuteHistory::clear(TimeWindow window)
{
    auto hour = m_hours.lower_bound(bucketStart(window.start, BucketWidth::Hour));
    while (hour != m_hours.end() && hour->first < window.end) {
        std::erase_if(hour->second, [&window, start = hour->first](const Minute &minute) {
            return window.contains(start + minutes{minute.ofHour});
        });
        hour = hour->second.empty() ? m_hours.erase(hour) : std::next(hour);
    }
}

void MinuteHistory::forgetBefore(Instant time)
{
    m_keptSince = bucketStart(time, BucketWidth::Hour);
    m_hours.erase(m_hours.begin(), m_hours.lower_bound(m_keptSince));
}

Totals MinuteHistory::sum(TimeWindow window) const
{
    Totals total;
    forEach(window, [&total](Instant, const Totals &minute) { total += minute; });
    return total;
}

std::optional<Instant> MinuteHistory::newestMinute() const
{
    for (const auto &[start, hour] : std::views::reverse(m_hours)) {
        for (const Minute &minute : std::views::reverse(hour)) {
            if (minute.events > 0)
                return start + minutes{minute.ofHour};
        }
    }
    return std::nullopt;
}

} // namespace linewatch
