// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace linewatch {

/** Sums by minute over the recent past; memory goes with the minutes that hold something. */
class MinuteHistory
{
public:
    void add(Instant time, const Totals &totals);
    void takeAway(Instant time, const Totals &totals);
    /** Forgets the minutes that start in the window. */
    void clear(TimeWindow window);
    /** Whole hours only. What lies before is not taken in from then on either. */
    void forgetBefore(Instant time);

    /** Sums over the minutes that start in [window.start, window.end). */
    Totals sum(TimeWindow window) const;
    /** Calls @p visit(Instant, const Totals &) for the minutes that start in the window and hold something,
     * oldest first. */
    template <class Visit>
    void forEach(TimeWindow window, Visit &&visit) const;
    /** The newest minute that holds an event. */
    std::optional<Instant> newestMinute() const;

private:
    /** Totals in 32 bytes: plants with thousands of machines keep a million of them. */
    struct Minute {
        std::int64_t runTimeMs = 0;
        std::int64_t defects = 0;
        std::int32_t events = 0;
        std::int32_t unknownEvents = 0;
        std::uint8_t ofHour = 0; ///< 0 to 59

        Totals totals() const { return {events, runTimeMs, defects, unknownEvents}; }
    };
    /** The minutes that hold something, in their order: most of a late event's hour is empty. */
    using Hour = std::vector<Minute>;

    void change(Instant time, const Totals &totals, int sign);

    std::map<Instant, Hour> m_hours; // by start
    Instant m_keptSince = Instant::min();
};

template <class Visit>
void MinuteHistory::forEach(TimeWindow window, Visit &&visit) const
{
    // The hour that holds the start is the last one not behind it; the start may be the beginning of all
    // time.
    auto hour = m_hours.upper_bound(window.start);
    if (hour != m_hours.begin())
        --hour;
    for (; hour != m_hours.end() && hour->first < window.end; ++hour) {
        for (const Minute &minute : hour->second) {
            const Instant start = hour->first + std::chrono::minutes{minute.ofHour};
            if (window.contains(start))
                visit(start, minute.totals());
        }
    }
}

} // namespace linewatch
