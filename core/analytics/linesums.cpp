// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/linesums.h"

namespace linewatch {

Result<SumsByLine> readSumsByLine(EventReader &reader, TimeWindow window)
{
    const Result<std::vector<SourceTotals>> parts = reader.totals({}, planWindow(window));
    if (!parts)
        return parts.failure();
    SumsByLine lines;
    for (const SourceTotals &part : *parts) {
        if (part.totals.events > 0)
            lines[part.source.line][part.source.machineId] += part.totals;
    }
    return lines;
}

SumsByMachine sumsByMachine(const SumsByLine &lines)
{
    SumsByMachine sums;
    for (const auto &[line, machines] : lines) {
        for (const auto &[machineId, totals] : machines)
            sums[machineId] += totals;
    }
    return sums;
}

} // namespace linewatch
