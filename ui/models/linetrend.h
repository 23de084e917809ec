// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/linereport.h"
#include "ui/models/pareto.h"
#include "ui/models/trend.h"

namespace linewatch::ui {

/** Events and defects of a line over time, as those of the plant are shown. Pure. */
Trend trendOf(const LineReport &report);

/** Defects by line. Pure. */
Pareto paretoOf(const LinesReport &report, std::size_t single);

} // namespace linewatch::ui
