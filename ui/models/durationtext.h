// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"

namespace linewatch::ui {

/**
 * A length of time as people say it, by its two largest units: 850 ms, 4 s, 4.2 s, 2 min 30 s, 3 h 5 min, 2 d
 * 4 h. Cut, not rounded, from a minute on. Not for negative ones. Pure.
 */
QString durationText(std::chrono::microseconds length, const Formats &formats);

/** Seconds with as many places as tell @p step apart, without their unit: 4.25. Pure. */
QString secondsText(std::chrono::milliseconds length, std::chrono::milliseconds step, const Formats &formats);

} // namespace linewatch::ui
