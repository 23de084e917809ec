// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace linewatch {

/** A point in time in UTC, microseconds since the epoch; what every time in Linewatch is kept as. */
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/** The half-open window [start, end) on an event's eventTime. Valid when end is later than start. */
struct TimeWindow {
    Instant start;
    Instant end;

    bool isValid() const { return end > start; }
    bool contains(Instant instant) const { return instant >= start && instant < end; }
    std::chrono::microseconds length() const { return end - start; }

    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;
};

} // namespace linewatch
