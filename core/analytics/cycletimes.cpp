// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cycletimes.h"

#include <algorithm>

namespace linewatch {

using std::chrono::milliseconds;

namespace {

constexpr int usualBins = 30;

/** 1, 2 or 5 times a power of ten, the first that is at least @p exact. */
milliseconds roundWidth(milliseconds exact)
{
    for (std::int64_t power = 1;; power *= 10) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (const milliseconds width{factor * power}; width >= exact)
                return width;
        }
    }
}

/** The value below which @p percent of the sorted ones lie, one of them. */
milliseconds percentile(const std::vector<milliseconds> &sorted, std::size_t percent)
{
    return sorted[(sorted.size() - 1) * percent / 100];
}

} // namespace

CycleTimes cycleTimesOf(std::vector<milliseconds> durations)
{
    CycleTimes times;
    if (durations.empty())
        return times;
    std::ranges::sort(durations);
    times.cycles = std::ssize(durations);
    times.shortest = durations.front();
    times.median = percentile(durations, 50);
    times.longest = durations.back();

    const milliseconds low = percentile(durations, 5);
    const milliseconds high = percentile(durations, 95);
    const milliseconds around = std::max(high - low, milliseconds{1});
    const milliseconds from = std::max(times.shortest, low - around);
    const milliseconds to = std::min(times.longest, high + around);
    const milliseconds width = roundWidth(std::max(milliseconds{1}, (to - from) / usualBins));
    for (milliseconds start = from - from % width; start <= to; start += width)
        times.bins.push_back({start, start + width, 0});
    for (const milliseconds duration : durations) {
        if (duration < times.bins.front().from)
            ++times.shorter;
        else if (duration >= times.bins.back().to)
            ++times.longer;
        else
            ++times.bins[static_cast<std::size_t>((duration - times.bins.front().from) / width)].cycles;
    }
    return times;
}

} // namespace linewatch
