// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/eventreader.h"

namespace linewatch {

LineId Source::lineAt(Instant moment) const
{
    if (!statedLine.isEmpty())
        return statedLine;
    LineId assigned = assignedLine(assignments, moment);
    return assigned.isEmpty() ? LineId(machineId.utf8()) : assigned;
}

} // namespace linewatch
