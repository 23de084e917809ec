// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/kpi.h"

#include <array>
#include <vector>

namespace linewatch {

/** The widths of the buckets that sums are kept for, aligned to the epoch in UTC. */
enum class BucketWidth : std::int32_t { Minute = 60, Hour = 3'600, Day = 86'400 }; // seconds

inline constexpr std::array AllBucketWidths{BucketWidth::Minute, BucketWidth::Hour, BucketWidth::Day};

std::chrono::seconds lengthOf(BucketWidth width);

/** The start of the bucket that holds @p instant. */
Instant bucketStart(Instant instant, BucketWidth width);

/** What one event adds to the sums of its buckets. */
Totals totalsOf(const EventPayload &payload);

/** A stretch of time whose sums are made of whole buckets of one width. */
struct BucketRange {
    BucketWidth width;
    TimeWindow window;
    friend bool operator==(const BucketRange &, const BucketRange &) = default;
};

/** The horizon of a store that nothing was removed from. */
inline constexpr Instant NothingRemoved = Instant::min();

/**
 * What of @p window can be summed where events and minutes before @p horizon may have been removed: a bound
 * in removed time that is not on a whole hour moves outward to one. @p horizon is on a whole hour. Twice is
 * as once. Pure.
 */
TimeWindow coveredWindow(TimeWindow window, Instant horizon);

/**
 * How to sum a window without reading its events one by one: whole buckets, the widest that fit, and at most
 * two edges where the events themselves are read, together shorter than two minutes. The pieces cover the
 * window exactly, without overlap.
 */
struct WindowPlan {
    std::vector<TimeWindow> edges;
    std::vector<BucketRange> buckets;
};

/**
 * @p window must be valid. Of one that coveredWindow() gave, no edge and no minute lies in removed time.
 * Pure.
 */
WindowPlan planWindow(TimeWindow window);

} // namespace linewatch
