// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <vector>

namespace linewatch::ui {

/** The columns of a chart over time: steps of one length, of which a window may cut the first and the last.
 */
struct TimeSteps {
    std::chrono::seconds step{60};
    std::vector<TimeWindow> spans; ///< oldest first, side by side

    bool isEmpty() const { return spans.empty(); }
    /** From where the first begins to where the last ends; of an empty one, nothing. */
    TimeWindow window() const;
    /** As long as no time of day says when without its date. */
    bool isLong() const;

    friend bool operator==(const TimeSteps &, const TimeSteps &) = default;
};

/** Some of them, @p count from @p first on. Pure. */
TimeSteps partOf(const TimeSteps &steps, std::size_t first, std::size_t count);

} // namespace linewatch::ui
