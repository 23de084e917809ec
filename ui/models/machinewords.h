// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/outcome.h"
#include "ui/models/formats.h"

#include <optional>

namespace linewatch::ui {

/** What was wrong with a rejected event, in words: 'its duration is not a number from 0 to 6 hours'. Pure. */
QString rejectionWords(RejectReason reason);

/**
 * How the clock of a machine goes, by MachineReport::clockOffset, in a sentence; a second or less is as good
 * as right. Pure.
 */
QString clockWords(const std::optional<std::chrono::microseconds> &offset, const Formats &formats);

} // namespace linewatch::ui
