// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <optional>
#include <string>
#include <string_view>

namespace linewatch {

/**
 * Reads a date-time of RFC 3339, section 5.6: an offset or Z is required, 0 to 9 fractional digits are read
 * and cut (never rounded) to microseconds, lower-case t and z are read too. Not read: a blank for the T,
 * a second of 60, dates that the calendar does not have, instants outside the years 0000 to 9999 in UTC.
 */
std::optional<Instant> parseRfc3339(std::string_view text);

/** UTC with Z and no trailing zero digits: 2026-01-15T10:12:03.123Z, 2026-01-15T10:00:00Z. */
std::string formatRfc3339(Instant instant);

} // namespace linewatch
