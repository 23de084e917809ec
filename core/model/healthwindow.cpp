// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/healthwindow.h"

#include "model/rollup.h"

namespace linewatch {

TimeWindow runningHealthWindow(Instant now, const StateRules &rules)
{
    using std::chrono::minutes;
    const Instant running = bucketStart(now, BucketWidth::Minute);
    return {running - std::chrono::floor<minutes>(rules.healthWindow) + minutes{1}, now};
}

} // namespace linewatch
