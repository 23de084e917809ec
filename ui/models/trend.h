// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/timesteps.h"

#include <optional>
#include <vector>

namespace linewatch::ui {

/** One step of the trend. Where no machine said anything there is no value: a gap, not zero. */
struct TrendSample {
    TimeWindow span;               ///< the part of the step that has passed and lies in the window
    std::optional<double> events;  ///< a minute
    std::optional<double> defects; ///< known ones, a minute
    bool unusual = false;          ///< more defects than the control limit
    bool running = false;          ///< the step is not over yet

    friend bool operator==(const TrendSample &, const TrendSample &) = default;
};

struct Trend {
    TimeWindow window;
    std::chrono::seconds step{60};
    std::vector<TrendSample> samples; ///< oldest first
    bool isRead = true;               ///< false: samples are still to come

    bool hasEvents() const;
    TimeSteps steps() const;
    friend bool operator==(const Trend &, const Trend &) = default;
};

/**
 * Events and defects a minute. In the step that still runs, events are divided by the time gone by (nothing
 * before a quarter of the step, where chance rules); defects by the whole step, so that its bar only grows.
 * Pure.
 */
Trend trendOf(const LiveSnapshot &snapshot);

/** The samples that begin within @p window, as a trend of their own. Pure. */
Trend partOf(const Trend &trend, const TimeWindow &window);

/**
 * The upper control limit of a c chart (ISO 7870-2): mean + 3 sqrt(mean) of the defects a step, at least 1.
 * More than that is hardly chance; a single defect always may be.
 */
double controlLimit(double mean);

} // namespace linewatch::ui
