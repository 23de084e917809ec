// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/eventindex.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"

/** What the Events page says of its lists. Pure. */
namespace linewatch::ui::eventlisttext {

/** How many events are listed of @p window, and what of it is not. */
QString summary(const EventIndex &index, const TimeWindow &window, const Formats &formats);

/** Why no events are listed, and what to do about it. @p isFiltered: not all that there are. */
QString noEvents(const EventIndex &index, const TimeWindow &window, bool isFiltered, const Formats &formats);

/** Why nothing that was rejected is listed, and what to do about it. */
QString noRejections(const TimeWindow &window, bool isFiltered, const Formats &formats);

} // namespace linewatch::ui::eventlisttext
