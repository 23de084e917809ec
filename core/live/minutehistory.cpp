// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/minutehistory.h"

#include "model/rollup.h"

#include <ranges>

namespace linewatch {

using std::chrono::minutes;

Totals &MinuteHistory::bucketOf(Instant time)
{
    const Instant hour = bucketStart(time, BucketWidth::Hour);
    return m_hours[hour][static_cast<std::size_t>((time - hour) / minutes{1})];
}

void MinuteHistory::add(Instant time, const Totals &totals)
{
    if (time >= m_keptSince)
        bucketOf(time) += totals;
}

void MinuteHistory::takeAway(Instant time, const Totals &totals)
{
    if (time >= m_keptSince)
        bucketOf(time) -= totals;
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

void MinuteHistory::forEach(TimeWindow window,
                            const std::function<void(Instant, const Totals &)> &visit) const
{
    // The hour that holds the start is the last one not behind it; the start may be the beginning of all
    // time.
    auto hour = m_hours.upper_bound(window.start);
    if (hour != m_hours.begin())
        --hour;
    for (; hour != m_hours.end() && hour->first < window.end; ++hour) {
        for (std::size_t i = 0; i < hour->second.size(); ++i) {
            const Instant minute = hour->first + minutes{i};
            if (window.contains(minute) && hour->second[i] != Totals{})
                visit(minute, hour->second[i]);
        }
    }
}

std::optional<Instant> MinuteHistory::newestMinute() const
{
    for (const auto &[start, hour] : std::views::reverse(m_hours)) {
        for (std::size_t i = hour.size(); i-- > 0;) {
            if (hour[i].events > 0)
                return start + minutes{i};
        }
    }
    return std::nullopt;
}

} // namespace linewatch
