// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"

namespace linewatch::kpi {

/**
 * Run time / events in seconds, as people read a cycle: 2 decimals below 10 s, 1 from there on. @p events
 * must be positive.
 */
Decimal meanCycle(std::int64_t runTimeMs, std::int64_t events);

/**
 * Events a minute of the window, as people read a pace: whole from 10 a minute on and where there are none, 1
 * decimal between. @p length must be positive.
 */
Decimal eventsPerMinute(std::int64_t events, std::chrono::microseconds length);

} // namespace linewatch::kpi
