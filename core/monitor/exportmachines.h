// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

namespace linewatch {

/** `linewatchd export machines`: writes the registry of a store into a CSV file that import takes again. */
int runExportMachines(const CommandCall &call);

} // namespace linewatch
