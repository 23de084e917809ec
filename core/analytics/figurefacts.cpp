// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/figurefacts.h"

#include <numeric>

namespace linewatch {

std::int64_t StateTally::all() const
{
    return std::accumulate(states.begin(), states.end(), std::int64_t{0});
}

} // namespace linewatch
