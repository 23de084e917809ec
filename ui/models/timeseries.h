// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/timesteps.h"

#include <QString>

#include <optional>

namespace linewatch::ui {

/** What a series has in one step. */
struct TimePoint {
    std::optional<double> value; ///< on the line; nothing: the line breaks
    std::optional<double> bar;   ///< the bar below it
    bool isGap = false;          ///< nothing was heard: not zero
    QString words;               ///< the values in words, a line each

    friend bool operator==(const TimePoint &, const TimePoint &) = default;
};

/** A line over time with bars below it. */
struct TimeSeries {
    TimeSteps steps;
    std::vector<TimePoint> points; ///< one a step
    std::optional<double> limit;   ///< what the line should stay below

    bool hasValues() const;
    friend bool operator==(const TimeSeries &, const TimeSeries &) = default;
};

/** Some of its steps, @p count from @p first on. Pure. */
TimeSeries partOf(const TimeSeries &series, std::size_t first, std::size_t count);

} // namespace linewatch::ui
