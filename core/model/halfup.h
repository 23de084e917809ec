// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace linewatch {

// Sums of 2^31-1 defects an event times a scale pass 64 bits.
__extension__ using Wide = __int128;

/** numerator / denominator rounded half up. Both not negative, denominator positive. */
inline std::int64_t divideHalfUp(Wide numerator, Wide denominator)
{
    const Wide quotient = (2 * numerator + denominator) / (2 * denominator);
    return static_cast<std::int64_t>(std::min<Wide>(quotient, std::numeric_limits<std::int64_t>::max()));
}

} // namespace linewatch
