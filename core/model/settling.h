// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <cstdint>

namespace linewatch {

/** Whether the figures of a window still change. All but Settled are provisional. */
enum class Settling : std::uint8_t {
    Running,  ///< the window is not over: events come in
    Settling, ///< it is over for less than SettlingTime: late events and corrections come in
    Settled   ///< what still comes is the exception
};

/**
 * How long after the end of a window its figures are called provisional. Nothing bounds how late an event or
 * a correction may come but retention, where that is set, so this is a rule of thumb: what a gateway kept
 * while its network was away, and what a shift puts right, is there within a day as a rule.
 */
inline constexpr std::chrono::hours SettlingTime{24};

/** Pure. @p window must be valid. */
Settling settlingOf(TimeWindow window, Instant now);

} // namespace linewatch
