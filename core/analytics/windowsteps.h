// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

#include <unordered_map>

namespace linewatch {

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

/** Exact: all steps of a source sum up to its totals over the window, which must be one that can be covered.
 */
Result<StepSums> readSteps(EventReader &reader, TimeWindow window, const WindowSteps &steps, bool bySource);

} // namespace linewatch
