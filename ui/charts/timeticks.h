// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <QTimeZone>

#include <vector>

namespace linewatch::ui {

/**
 * Round times of day within @p window, oldest first: the closest of 1, 2, 5, 10, 15, 30 minutes, 1, 2, 3, 6,
 * 12 hours that gives at most @p most of them, by the wall clock of @p zone at the window's start; else the
 * midnights of every 1, 2, 7, 14, 28, 91 or 364 days there. Pure.
 */
std::vector<Instant> timeTicks(const TimeWindow &window, int most, const QTimeZone &zone);

} // namespace linewatch::ui
