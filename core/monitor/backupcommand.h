// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

namespace linewatch {

/**
 * `linewatchd backup FILE`: ExitDone when the copy is there and whole, ExitRefused when not, also when a
 * signal cancelled it. Runs the event loop of the application.
 */
int runBackup(const CommandCall &call);

} // namespace linewatch
