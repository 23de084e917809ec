// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

#include <array>
#include <chrono>
#include <unordered_map>

namespace linewatch {

/** Lengths of steps that people read well, the shortest first. */
inline constexpr std::array<std::chrono::seconds, 17> RoundSteps{
    std::chrono::minutes{1},  std::chrono::minutes{5}, std::chrono::minutes{10}, std::chrono::minutes{15},
    std::chrono::minutes{30}, std::chrono::hours{1},   std::chrono::hours{2},    std::chrono::hours{3},
    std::chrono::hours{6},    std::chrono::hours{12},  std::chrono::days{1},     std::chrono::days{2},
    std::chrono::days{7},     std::chrono::days{28},   std::chrono::days{91},    std::chrono::days{364},
    std::chrono::days{3640}};
/** The widest buckets that such steps are made of. Pure. */
BucketWidth widestBuckets(std::chrono::seconds step);

/** How a window is divided for a chart: equal steps, of which the first and the last may be cut by the
 * window. */
struct WindowSteps {
    BucketWidth width = BucketWidth::Minute; ///< what the steps are made of
    std::chrono::seconds step{60};
    Instant origin; ///< at or before the window's start, on a bucket

    std::size_t count(TimeWindow window) const;
    /** The part of a step that lies in the window. */
    TimeWindow part(TimeWindow window, std::size_t index) const;
};

/**
 * Steps for a trend: at most some 150, and as wide as what is read for them can be few; whole hours at least
 * where the window begins before @p horizon. Pure.
 */
WindowSteps trendSteps(TimeWindow window, Instant horizon = NothingRemoved);
/** Steps for a sparkline: about 30, of whole hours where the same holds. Pure. */
WindowSteps sparkSteps(TimeWindow window, Instant horizon = NothingRemoved);

/** Sums by step, by source; 0 stands for all of them together. */
using StepSums = std::unordered_map<std::int64_t, std::vector<Totals>>;

/**
 * Exact: all steps of a source sum up to its totals over the window, which must be one that can be covered.
 * Of @p sources only, where there are some.
 */
Result<StepSums> readSteps(EventReader &reader, TimeWindow window, const WindowSteps &steps, bool bySource,
                           const std::vector<std::int64_t> &sources = {});

} // namespace linewatch
