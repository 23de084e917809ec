// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/linereport.h"
#include "ui/models/keyfigures.h"

namespace linewatch::ui {

/** The strip on top of a line's page. */
struct LineFigures {
    StateCounts states{};
    Figure machines;
    Figure events;
    Figure rate;
    Figure percent;
    Figure availability;
};

/** Every text and number of the strip. Pure. */
LineFigures lineFigures(const LineReport &report, const Formats &formats);

/** How a report calls the window that it is compared with: 'the hour before'. Pure. */
QString wordsForBefore(const ReportWindows &windows);

} // namespace linewatch::ui
