// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeaxis.h"

#include "ui/charts/timeticks.h"

#include <algorithm>

namespace linewatch::ui {

namespace {

/** Where the first step began before the window cut it. */
Instant originOf(const TimeSteps &steps)
{
    const TimeWindow &first = steps.spans.front();
    return steps.spans.size() > 1 ? first.end - steps.step : first.start;
}

} // namespace

double columnAt(const TimeSteps &steps, Instant moment)
{
    if (steps.isEmpty())
        return 0;
    const std::chrono::duration<double> since = moment - originOf(steps);
    return since.count() / static_cast<double>(steps.step.count()) - 0.5;
}

std::vector<Tick> timeAxisTicks(const TimeSteps &steps, double labels, const Formats &formats)
{
    std::vector<Tick> ticks;
    if (steps.isEmpty())
        return ticks;
    const int most = std::max(2, static_cast<int>(labels));
    for (const Instant instant : timeTicks(steps.window(), most, formats.zone())) {
        const bool names = steps.isLong() && formats.isMidnight(instant);
        ticks.push_back(
            {.at = columnAt(steps, instant), .text = names ? formats.date(instant) : formats.time(instant)});
    }
    return ticks;
}

QString spanText(const TimeSteps &steps, const TimeWindow &span, const Formats &formats)
{
    const auto moment = [&](Instant instant) {
        return steps.isLong() ? formats.dateAndTime(instant) : formats.time(instant);
    };
    return QStringLiteral("%1 %2 %3").arg(moment(span.start), dash, moment(span.end));
}

} // namespace linewatch::ui
