// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trend.h"

#include <algorithm>
#include <cmath>

namespace linewatch::ui {

namespace {

using Minutes = std::chrono::duration<double, std::ratio<60>>;

double meanDefects(const std::vector<TrendPoint> &points)
{
    std::int64_t sum = 0;
    std::int64_t known = 0;
    for (const TrendPoint &point : points) {
        sum += point.totals ? point.totals->defects : 0;
        known += point.totals ? 1 : 0;
    }
    return known > 0 ? static_cast<double>(sum) / static_cast<double>(known) : 0;
}

TrendSample sampleOf(const TrendPoint &point, const LiveSnapshot &snapshot, double limit)
{
    TrendSample sample;
    sample.span = {point.start, point.start + point.length};
    sample.running =
        snapshot.isRunning() && sample.span.end >= snapshot.window.end && point.length < snapshot.trendStep;
    if (!point.totals)
        return sample;
    if (4 * point.length >= snapshot.trendStep)
        sample.events = static_cast<double>(point.totals->events) / Minutes(point.length).count();
    sample.defects = static_cast<double>(point.totals->defects) / Minutes(snapshot.trendStep).count();
    sample.unusual = static_cast<double>(point.totals->defects) > limit;
    return sample;
}

} // namespace

bool Trend::hasEvents() const
{
    return std::ranges::any_of(samples, [](const TrendSample &sample) {
        return sample.events.value_or(0) > 0 || sample.defects.value_or(0) > 0;
    });
}

TimeSteps Trend::steps() const
{
    TimeSteps steps{.step = step, .spans = {}};
    for (const TrendSample &sample : samples)
        steps.spans.push_back(sample.span);
    return steps;
}

Trend trendOf(const LiveSnapshot &snapshot)
{
    Trend trend{
        .window = snapshot.window, .step = snapshot.trendStep, .samples = {}, .isRead = snapshot.isWhole};
    const double limit = controlLimit(meanDefects(snapshot.trend));
    for (const TrendPoint &point : snapshot.trend)
        trend.samples.push_back(sampleOf(point, snapshot, limit));
    return trend;
}

Trend partOf(const Trend &trend, const TimeWindow &window)
{
    Trend part{.window = window, .step = trend.step, .samples = {}};
    for (const TrendSample &sample : trend.samples) {
        if (window.contains(sample.span.start))
            part.samples.push_back(sample);
    }
    return part;
}

double controlLimit(double mean)
{
    return std::max(1.0, mean + 3 * std::sqrt(mean));
}

} // namespace linewatch::ui
