// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

namespace linewatch {

/**
 * `linewatchd check`: ExitDone when nothing is wrong with the store, ExitFound when something is, ExitRefused
 * when it could not be checked, also when a signal cancelled it. Runs the event loop of the application.
 */
int runCheck(const CommandCall &call);

} // namespace linewatch
