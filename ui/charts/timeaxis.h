// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/niceaxis.h"
#include "ui/models/formats.h"
#include "ui/models/timesteps.h"

namespace linewatch::ui {

/** Where a moment lies on an axis whose column i is step i, centred on i. Pure. */
double columnAt(const TimeSteps &steps, Instant moment);

/** Round times for the bottom axis, as many as @p labels have room; dates at midnights of long spans. Pure.
 */
std::vector<Tick> timeAxisTicks(const TimeSteps &steps, double labels, const Formats &formats);

/** '13:12 – 13:17', with dates where the steps together are long. Pure. */
QString spanText(const TimeSteps &steps, const TimeWindow &span, const Formats &formats);

} // namespace linewatch::ui
