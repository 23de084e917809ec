// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/outcome.h"
#include "model/timewindow.h"

#include <map>

namespace linewatch {

/** What became of posted events, by second of arrival for a while and by minute for longer. */
class OutcomeHistory
{
public:
    void add(Instant arrival, const OutcomeCounts &counts);
    void forgetBefore(Instant time);

    /** Over the minutes that start in the window. */
    OutcomeCounts sum(TimeWindow window) const;
    /** Posted events a second over the last ten seconds before @p now. */
    double eventsPerSecond(Instant now) const;

private:
    std::map<Instant, OutcomeCounts> m_minutes; // by start
    std::map<Instant, std::int64_t> m_seconds;  // by start
};

} // namespace linewatch
