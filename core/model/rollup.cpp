// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rollup.h"

namespace linewatch {

namespace {

Instant bucketStartFrom(Instant instant, BucketWidth width)
{
    const Instant start = bucketStart(instant, width);
    return start == instant ? start : start + lengthOf(width);
}

/** The part of @p window that whole buckets of @p width fill; invalid when there is none. */
TimeWindow wholeBuckets(TimeWindow window, BucketWidth width)
{
    return {bucketStartFrom(window.start, width), bucketStart(window.end, width)};
}

/** Covers @p window, whose bounds lie on buckets of AllBucketWidths[level], with that width and wider ones.
 */
void coverWithBuckets(TimeWindow window, std::size_t level, std::vector<BucketRange> &out)
{
    if (!window.isValid())
        return;
    const bool widest = level + 1 == AllBucketWidths.size();
    const TimeWindow inner = widest ? TimeWindow{} : wholeBuckets(window, AllBucketWidths[level + 1]);
    if (!inner.isValid()) {
        out.push_back({AllBucketWidths[level], window});
        return;
    }
    if (window.start < inner.start)
        out.push_back({AllBucketWidths[level], {window.start, inner.start}});
    coverWithBuckets(inner, level + 1, out);
    if (inner.end < window.end)
        out.push_back({AllBucketWidths[level], {inner.end, window.end}});
}

} // namespace

std::chrono::seconds lengthOf(BucketWidth width)
{
    return std::chrono::seconds{static_cast<std::int32_t>(width)};
}

Instant bucketStart(Instant instant, BucketWidth width)
{
    const std::chrono::microseconds length = lengthOf(width);
    const std::chrono::microseconds since = instant.time_since_epoch();
    std::chrono::microseconds into = since % length;
    if (into.count() < 0) // before 1970
        into += length;
    return instant - into;
}

Totals totalsOf(const EventPayload &payload)
{
    const bool unknown = payload.defectCount == UnknownDefects;
    return {1, payload.duration.count(), unknown ? 0 : payload.defectCount, unknown ? 1 : 0};
}

TimeWindow coveredWindow(TimeWindow window, Instant horizon)
{
    if (window.start < horizon)
        window.start = bucketStart(window.start, BucketWidth::Hour);
    if (window.end < horizon)
        window.end = bucketStartFrom(window.end, BucketWidth::Hour);
    return window;
}

WindowPlan planWindow(TimeWindow window)
{
    WindowPlan plan;
    const TimeWindow inner = wholeBuckets(window, BucketWidth::Minute);
    if (!inner.isValid()) {
        plan.edges.push_back(window);
        return plan;
    }
    if (window.start < inner.start)
        plan.edges.push_back({window.start, inner.start});
    coverWithBuckets(inner, 0, plan.buckets);
    if (inner.end < window.end)
        plan.edges.push_back({inner.end, window.end});
    return plan;
}

} // namespace linewatch
