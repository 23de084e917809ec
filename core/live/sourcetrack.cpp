// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/sourcetrack.h"

#include "model/rollup.h"

#include <algorithm>

namespace linewatch {

void SourceTrack::add(const EventPayload &payload)
{
    minutes.add(payload.eventTime, totalsOf(payload));
    lastEventTime = std::max(lastEventTime, std::optional(payload.eventTime));
}

void SourceTrack::takeAway(const EventPayload &payload)
{
    minutes.takeAway(payload.eventTime, totalsOf(payload));
    if (lastEventTime <= payload.eventTime) // less where a minute's start stands in
        lastEventTime = minutes.newestMinute();
}

} // namespace linewatch
