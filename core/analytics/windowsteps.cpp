// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/windowsteps.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace linewatch {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr int mostTrendSteps = 150;
constexpr int usualSparkSteps = 30;

/** Hours are too many to read beyond that, minutes beyond the other. */
constexpr days longestInHours{75};
constexpr hours longestSparkInMinutes{12};

WindowSteps stepsOf(TimeWindow window, seconds step)
{
    const BucketWidth width = widestBuckets(step);
    return {width, step, bucketStart(window.start, width)};
}

std::size_t stepAt(const WindowSteps &steps, Instant time)
{
    return static_cast<std::size_t>((time - steps.origin) / std::chrono::microseconds{steps.step});
}

/** Fills the steps that lie in @p edge, a piece of one bucket, from whatever it is made of. */
Result<void> addEdge(EventReader &reader, TimeWindow edge, std::size_t step, std::size_t count, bool bySource,
                     const std::vector<std::int64_t> &sources, StepSums &sums)
{
    const Result<std::vector<SourceTotals>> parts = reader.totals({}, planWindow(edge));
    if (!parts)
        return parts.failure();
    const std::unordered_set<std::int64_t> wanted(sources.begin(), sources.end());
    for (const SourceTotals &part : *parts) {
        if (!wanted.empty() && !wanted.contains(part.source.sourceId))
            continue;
        std::vector<Totals> &steps = sums[bySource ? part.source.sourceId : 0];
        steps.resize(count);
        steps[step] += part.totals;
    }
    return {};
}

} // namespace

BucketWidth widestBuckets(seconds step)
{
    if (step % days{1} == seconds{0})
        return BucketWidth::Day;
    return step % hours{1} == seconds{0} ? BucketWidth::Hour : BucketWidth::Minute;
}

std::size_t WindowSteps::count(TimeWindow window) const
{
    return stepAt(*this, window.end - std::chrono::microseconds{1}) + 1;
}

TimeWindow WindowSteps::part(TimeWindow window, std::size_t index) const
{
    const Instant start = origin + static_cast<std::int64_t>(index) * step;
    return {std::max(window.start, start), std::min(window.end, start + step)};
}

WindowSteps trendSteps(TimeWindow window, Instant horizon)
{
    const seconds shortest = window.start < horizon ? hours{1} : minutes{1};
    const auto fits = [window, shortest](seconds step) {
        return step >= shortest && window.length() <= mostTrendSteps * step;
    };
    const auto found = std::ranges::find_if(RoundSteps, fits);
    return stepsOf(window, found != RoundSteps.end() ? *found : RoundSteps.back());
}

WindowSteps sparkSteps(TimeWindow window, Instant horizon)
{
    const auto exact = window.length() / usualSparkSteps;
    if (window.length() <= longestSparkInMinutes && window.start >= horizon)
        return stepsOf(window, std::max(minutes{1}, std::chrono::ceil<minutes>(exact)));
    if (window.length() <= longestInHours)
        return stepsOf(window, std::chrono::ceil<hours>(exact));
    return stepsOf(window, std::chrono::ceil<days>(exact));
}

Result<StepSums> readSteps(EventReader &reader, TimeWindow window, const WindowSteps &steps, bool bySource,
                           const std::vector<std::int64_t> &sources)
{
    const std::size_t count = steps.count(window);
    const Instant endBucket = bucketStart(window.end, steps.width);
    Instant firstBucket = bucketStart(window.start, steps.width);
    if (firstBucket < window.start)
        firstBucket += lengthOf(steps.width);

    std::vector<TimeWindow> edges;
    if (firstBucket > endBucket) // within one bucket
        edges = {window};
    else
        edges = {{window.start, firstBucket}, {endBucket, window.end}};
    StepSums sums;
    for (const TimeWindow &edge : edges) {
        if (!edge.isValid())
            continue;
        if (Result<void> added =
                addEdge(reader, edge, stepAt(steps, edge.start), count, bySource, sources, sums);
            !added)
            return added.failure();
    }
    if (firstBucket >= endBucket)
        return sums;
    const Result<std::vector<StepTotals>> whole =
        reader.stepTotals({.buckets = {steps.width, {firstBucket, endBucket}},
                           .origin = steps.origin,
                           .step = steps.step,
                           .bySource = bySource,
                           .sources = sources});
    if (!whole)
        return whole.failure();
    for (const StepTotals &part : *whole) {
        std::vector<Totals> &list = sums[part.sourceId];
        list.resize(count);
        list[part.step] += part.totals;
    }
    return sums;
}

} // namespace linewatch
