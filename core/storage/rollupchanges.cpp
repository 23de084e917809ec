// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rollupchanges.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace linewatch {

namespace {

auto placeOf(const RollupChange &change)
{
    return std::tie(change.width, change.start, change.sourceId);
}

} // namespace

void RollupChanges::add(const EventPayload &payload, std::int64_t sourceId)
{
    append(payload, sourceId, totalsOf(payload));
}

void RollupChanges::takeAway(const EventPayload &payload, std::int64_t sourceId)
{
    Totals totals;
    totals -= totalsOf(payload);
    append(payload, sourceId, totals);
}

void RollupChanges::append(const EventPayload &payload, std::int64_t sourceId, const Totals &totals)
{
    for (const BucketWidth width : AllBucketWidths) {
        const Instant start = bucketStart(payload.eventTime, width);
        const auto seconds = std::chrono::floor<std::chrono::seconds>(start).time_since_epoch();
        m_changes.push_back({static_cast<std::int32_t>(width), seconds.count(), sourceId, totals});
    }
}

std::vector<RollupChange> RollupChanges::take()
{
    return summedByBucket(std::exchange(m_changes, {}));
}

std::vector<RollupChange> summedByBucket(std::vector<RollupChange> changes)
{
    std::sort(changes.begin(), changes.end(),
              [](const RollupChange &a, const RollupChange &b) { return placeOf(a) < placeOf(b); });
    std::vector<RollupChange> merged;
    for (const RollupChange &change : changes) {
        if (!merged.empty() && placeOf(merged.back()) == placeOf(change))
            merged.back().totals += change.totals;
        else
            merged.push_back(change);
    }
    std::erase_if(merged, [](const RollupChange &change) { return change.totals == Totals{}; });
    return merged;
}

} // namespace linewatch
