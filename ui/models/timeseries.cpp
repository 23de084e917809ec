// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeseries.h"

#include <algorithm>

namespace linewatch::ui {

bool TimeSeries::hasValues() const
{
    return std::ranges::any_of(points, [](const TimePoint &point) { return point.value || point.bar; });
}

TimeSeries partOf(const TimeSeries &series, std::size_t first, std::size_t count)
{
    const auto begin = series.points.begin() + static_cast<std::ptrdiff_t>(first);
    return {partOf(series.steps, first, count),
            {begin, begin + static_cast<std::ptrdiff_t>(count)},
            series.limit};
}

} // namespace linewatch::ui
