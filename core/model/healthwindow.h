// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinestate.h"
#include "model/timewindow.h"

namespace linewatch {

/**
 * What states are judged over while time goes on: whole minutes, as many as the rules want, of which the last
 * is the one that runs at @p now. It ends at @p now. Pure.
 */
TimeWindow runningHealthWindow(Instant now, const StateRules &rules);

} // namespace linewatch
