// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/rejectionlist.h"

#include <algorithm>

namespace linewatch {

namespace {

std::int64_t sumOf(const std::vector<RejectionCount> &counts, RejectReason reason)
{
    std::int64_t sum = 0;
    for (const RejectionCount &count : counts) {
        if (reason == RejectReason::None || count.reason == reason)
            sum += count.events;
    }
    return sum;
}

} // namespace

Result<std::int64_t> countRejections(EventReader &reader, const RejectionFilter &filter)
{
    const Result<std::vector<RejectionCount>> counts = reader.rejectionCounts(filter);
    return counts ? Result<std::int64_t>(sumOf(*counts, filter.reason)) : counts.failure();
}

Result<RejectionList> readRejections(EventReader &reader, const RejectionFilter &filter, int limit)
{
    Result<RejectionPage> page = reader.rejections(filter, limit);
    if (!page)
        return page.failure();
    Result<std::vector<RejectionCount>> counts = reader.rejectionCounts(filter);
    if (!counts)
        return counts.failure();
    std::ranges::sort(*counts, [](const RejectionCount &one, const RejectionCount &other) {
        return std::tuple(-one.events, one.reason) < std::tuple(-other.events, other.reason);
    });
    Result<std::vector<RejectionSender>> senders =
        reader.rejectionSenders(filter, RejectionList::MostSenders);
    if (!senders)
        return senders.failure();
    return RejectionList{std::move(*page), sumOf(*counts, filter.reason), std::move(*counts),
                         std::move(*senders)};
}

} // namespace linewatch
