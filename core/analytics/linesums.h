// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/groupfigures.h"
#include "storage/eventreader.h"

namespace linewatch {

/** What each machine did on each line. A machine that changed its line is on several. */
using SumsByLine = std::map<LineId, SumsByMachine>;

/** @p window must be one that can be covered. */
Result<SumsByLine> readSumsByLine(EventReader &reader, TimeWindow window);

/** What each machine did on all lines together. Pure. */
SumsByMachine sumsByMachine(const SumsByLine &lines);

} // namespace linewatch
