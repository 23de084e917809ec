// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace linewatch {

/** Which events by their defects: any, those with one or more, those that do not know theirs. */
enum class EventDefects : std::uint8_t { Any, Some, Unknown };

} // namespace linewatch
