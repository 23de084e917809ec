// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/reportwindows.h"

#include "analytics/coverage.h"

#include <algorithm>

namespace linewatch {

Result<ReportWindows> reportWindows(EventReader &reader, TimeWindow asked, Instant now)
{
    if (!asked.isValid() || asked.start >= now)
        return Failure{Failure::Kind::Refused,
                       Sentence(QT_TRANSLATE_NOOP("Failure", "this window of time has not begun yet"))};
    const Result<Coverage> coverage = coverageOf(reader, {asked.start, std::min(asked.end, now)});
    if (!coverage)
        return coverage.failure();
    const TimeWindow window = coverage->window;
    return ReportWindows{
        .window = window,
        .before = coveredWindow({window.start - window.length(), window.start}, coverage->horizon),
        .isRunning = asked.end >= now,
        .horizon = coverage->horizon,
        .isWidened = coverage->isWidened,
    };
}

} // namespace linewatch
