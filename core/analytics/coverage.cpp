// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/coverage.h"

#include <algorithm>

namespace linewatch {

std::optional<TimeWindow> Coverage::events() const
{
    const TimeWindow kept{std::max(window.start, horizon), window.end};
    return kept.isValid() ? std::optional(kept) : std::nullopt;
}

Result<Coverage> coverageOf(EventReader &reader, TimeWindow asked)
{
    const Result<Instant> horizon = reader.horizon();
    if (!horizon)
        return horizon.failure();
    const TimeWindow covered = coveredWindow(asked, *horizon);
    return Coverage{covered, *horizon, covered != asked};
}

} // namespace linewatch
