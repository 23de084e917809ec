// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/sourcetrack.h"

#include <algorithm>

namespace linewatch {

void SourceTrack::noteAdded(Instant eventTime)
{
    lastEventTime = std::max(lastEventTime, std::optional(eventTime));
}

void SourceTrack::noteTaken(Instant eventTime)
{
    m_newestTaken = std::max(m_newestTaken, std::optional(eventTime));
}

void SourceTrack::settle()
{
    if (m_newestTaken && lastEventTime <= m_newestTaken) // less where a minute's start stands in
        lastEventTime = minutes.newestMinute();
    m_newestTaken.reset();
}

} // namespace linewatch
