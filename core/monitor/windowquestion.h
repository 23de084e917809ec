// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/tellpart.h"
#include "live/livesnapshot.h"
#include "storage/eventreader.h"

namespace linewatch {

/**
 * Everything that the dashboards show of @p asked, read from the store: the same value as that of the live
 * board, with the same figures as the API answers for the same window.
 *
 * A window that is not over at @p now is taken up to @p now, and its machines are judged as the live board
 * judges them: over the health window that ends now. In a window that is over, a machine is judged over the
 * window itself, as GET /stats does, and none is Silent. Since when states last and how taking in goes is not
 * told. Where events were removed, bounds move to whole hours, as those of the API's answers do.
 * All but the trend and the sparklines, which take longest, is told before.
 *
 * Within a ReadSnapshot. Fails as Refused when @p asked has no length or has not begun.
 */
Result<LiveSnapshot> readWindow(EventReader &reader, TimeWindow asked, Instant now, const StateRules &rules,
                                const TellPart<LiveSnapshot> &tell = {});

} // namespace linewatch
