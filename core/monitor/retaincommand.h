// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

namespace linewatch {

/**
 * `linewatchd retain`: removes the raw events that are older than the settings say, once. ExitDone when none
 * is left, ExitRefused when not, also when a signal ended it; what was removed by then stays so. Runs the
 * event loop of the application.
 */
int runRetain(const CommandCall &call);

} // namespace linewatch
