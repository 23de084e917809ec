// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timesteps.h"

namespace linewatch::ui {

TimeWindow TimeSteps::window() const
{
    return spans.empty() ? TimeWindow{} : TimeWindow{spans.front().start, spans.back().end};
}

bool TimeSteps::isLong() const
{
    return window().length() > std::chrono::hours{25};
}

TimeSteps partOf(const TimeSteps &steps, std::size_t first, std::size_t count)
{
    const auto begin = steps.spans.begin() + static_cast<std::ptrdiff_t>(first);
    return {steps.step, {begin, begin + static_cast<std::ptrdiff_t>(count)}};
}

} // namespace linewatch::ui
