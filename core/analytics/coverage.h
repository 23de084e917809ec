// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

namespace linewatch {

/** What a store whose oldest events were removed can tell of a window. */
struct Coverage {
    TimeWindow window;      ///< whose sums it can tell, see coveredWindow()
    Instant horizon;        ///< before it there are only sums
    bool isWidened = false; ///< a bound had to move to a whole hour

    /** The part of the window whose events are all there; nothing: none is. */
    std::optional<TimeWindow> events() const;
};

/** @p asked must be valid. Ask in the snapshot in which the window is read. */
Result<Coverage> coverageOf(EventReader &reader, TimeWindow asked);

} // namespace linewatch
