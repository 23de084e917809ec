// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

namespace linewatch {

/** What a report is about, and what it is compared with. */
struct ReportWindows {
    TimeWindow window;      ///< up to now where more was asked for
    TimeWindow before;      ///< as long, right before it
    bool isRunning = false; ///< it ends now, so that figures still grow
    Instant horizon;        ///< before it only whole hours can be told, see coveredWindow()
    bool isWidened = false; ///< a bound had to move to a whole hour
    friend bool operator==(const ReportWindows &, const ReportWindows &) = default;
};

/**
 * In the snapshot in which they are read. A window that reaches up to @p now or beyond is running. Fails as
 * Refused when @p asked has no length or has not begun.
 */
Result<ReportWindows> reportWindows(EventReader &reader, TimeWindow asked, Instant now);

} // namespace linewatch
