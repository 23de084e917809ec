// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

namespace linewatch {

/**
 * `linewatchd export ...`: ExitDone when the file is whole, ExitRefused when not, also when a signal
 * cancelled it. Runs the event loop of the application.
 */
int runExport(const CommandCall &call);

} // namespace linewatch
