// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"

#include <optional>

namespace linewatch::ui {

/**
 * How the clock of a machine goes, by MachineReport::clockOffset, in a sentence; a second or less is as good
 * as right. Pure.
 */
QString clockWords(const std::optional<std::chrono::microseconds> &offset, const Formats &formats);

} // namespace linewatch::ui
