// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

namespace linewatch {

/** Whether it is one of `export machines` and `export lines`; lines of a window of time are a report. */
bool exportsRegistry(const CommandCall &call);

/** Writes the machines or lines of the registry of a store into a CSV file that import takes again. */
int runExportRegistry(const CommandCall &call);

} // namespace linewatch
