// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/rollup.h"

#include <vector>

namespace linewatch {

/** What a transaction adds to one bucket of one source; what it takes away is negative. */
struct RollupChange {
    std::int32_t width = 0; ///< seconds
    std::int64_t start = 0; ///< seconds since the epoch
    std::int64_t sourceId = 0;
    Totals totals;
};

/** One change for each bucket that changes, in the order in which the store keeps them. Pure. */
std::vector<RollupChange> summedByBucket(std::vector<RollupChange> changes);

/** Collects what the events of a transaction do to the sums. Pure. */
class RollupChanges
{
public:
    void add(const EventPayload &payload, std::int64_t sourceId);
    void takeAway(const EventPayload &payload, std::int64_t sourceId);

    /** What changed, summed by bucket. Leaves nothing here. */
    std::vector<RollupChange> take();

private:
    void append(const EventPayload &payload, std::int64_t sourceId, const Totals &totals);

    std::vector<RollupChange> m_changes;
};

} // namespace linewatch
