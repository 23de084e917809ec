// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"

#include <array>
#include <functional>
#include <map>
#include <optional>

namespace linewatch {

/** Sums by minute over the recent past; memory goes with the hours that hold something. */
class MinuteHistory
{
public:
    void add(Instant time, const Totals &totals);
    void takeAway(Instant time, const Totals &totals);
    /** Whole hours only. What lies before is not taken in from then on either. */
    void forgetBefore(Instant time);

    /** Sums over the minutes that start in [window.start, window.end). */
    Totals sum(TimeWindow window) const;
    /** The minutes that start in the window and hold something, oldest first. */
    void forEach(TimeWindow window, const std::function<void(Instant, const Totals &)> &visit) const;
    /** The newest minute that holds an event. */
    std::optional<Instant> newestMinute() const;

private:
    using Hour = std::array<Totals, 60>;

    Totals &bucketOf(Instant time);

    std::map<Instant, Hour> m_hours; // by start
    Instant m_keptSince = Instant::min();
};

} // namespace linewatch
