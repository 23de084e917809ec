// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/rejectionlist.h"

#include <algorithm>

namespace linewatch {

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
    return RejectionList{std::move(*page), std::move(*counts)};
}

} // namespace linewatch
