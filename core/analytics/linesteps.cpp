// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/linesteps.h"

#include <algorithm>

namespace linewatch {

Result<StepsByLine> readStepsByLine(EventReader &reader, TimeWindow window, const WindowSteps &steps)
{
    const Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    const Result<StepSums> sums = readSteps(reader, window, steps, true);
    if (!sums)
        return sums.failure();
    StepsByLine lines;
    for (const Source &source : *sources) {
        if (const auto found = sums->find(source.sourceId); found != sums->end())
            addSteps(lines[source.line][source.machineId], found->second);
    }
    return lines;
}

void addSteps(StepList &sum, const StepList &other)
{
    sum.resize(std::max(sum.size(), other.size()));
    for (std::size_t i = 0; i < other.size(); ++i)
        sum[i] += other[i];
}

std::vector<std::optional<std::int64_t>> knownDefects(const StepList &steps)
{
    std::vector<std::optional<std::int64_t>> known;
    known.reserve(steps.size());
    for (const Totals &step : steps)
        known.push_back(step.events > step.unknownEvents ? std::optional(step.defects) : std::nullopt);
    return known;
}

} // namespace linewatch
