// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/rollup.h"

namespace linewatch {

/** How long raw events are kept. Sums by hour and day are kept for ever. */
struct Retention {
    std::chrono::days age{0}; ///< 0: for ever

    /** Set-ups ask for at most that: a hundred years. */
    static constexpr std::chrono::days LongestAge{36'500};
    /**
     * How much longer than their age events stay, so that one which was just not too old when it arrived
     * finds what it repeats even after it has waited for its transaction that long.
     */
    static constexpr std::chrono::hours Grace{1};

    bool isSet() const { return age.count() > 0; }
    /** Events before it are too old to be taken in at @p arrival. */
    Instant oldestTaken(Instant arrival) const { return isSet() ? arrival - age : NothingRemoved; }
    /** Events before it may be removed at @p now; on a whole hour. */
    Instant horizon(Instant now) const
    {
        return isSet() ? bucketStart(now - age - Grace, BucketWidth::Hour) : NothingRemoved;
    }
};

} // namespace linewatch
