// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace linewatch {

/** How many cycles took from @c from to just below @c to. */
struct CycleBin {
    std::chrono::milliseconds from{0};
    std::chrono::milliseconds to{0};
    std::int64_t cycles = 0;

    friend bool operator==(const CycleBin &, const CycleBin &) = default;
};

/** The distribution of durations. */
struct CycleTimes {
    std::int64_t cycles = 0; ///< all of them, those beside the bins too
    std::chrono::milliseconds shortest{0};
    std::chrono::milliseconds median{0}; ///< of an even number the lower of the two in the middle
    std::chrono::milliseconds longest{0};
    std::vector<CycleBin> bins; ///< side by side, all of one width; empty without cycles
    std::int64_t shorter = 0;   ///< than the first bin begins
    std::int64_t longer = 0;    ///< than the last bin ends, or as long

    friend bool operator==(const CycleTimes &, const CycleTimes &) = default;
};

/**
 * In bins of 1, 2 or 5 times a power of ten milliseconds, at most some 40, that reach from the shortest to
 * the longest duration where these are of one size. A few that are far from all others do not flatten the
 * rest: bins hold what lies between the 5th and the 95th percentile and as much again on either side. Pure.
 */
CycleTimes cycleTimesOf(std::vector<std::chrono::milliseconds> durations);

} // namespace linewatch
