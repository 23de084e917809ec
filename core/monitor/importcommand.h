// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

namespace linewatch {

/**
 * `linewatchd import machines|lines FILE`: takes what a CSV file says of machines or lines into the registry
 * of a store, also while it is in use, and says of each row what it changed or why it was refused. Exit 0
 * when all rows were good, 1 when some were not, 2 when nothing could be done.
 */
int runImport(const CommandCall &call);

} // namespace linewatch
