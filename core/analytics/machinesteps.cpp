// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinesteps.h"

#include "analytics/windowsteps.h"

#include <algorithm>
#include <array>

namespace linewatch {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr int mostSteps = 150;

seconds stepFor(TimeWindow window, Instant horizon)
{
    const seconds shortest = window.start < horizon ? hours{1} : minutes{1};
    const auto found = std::ranges::find_if(RoundSteps, [window, shortest](seconds step) {
        return step >= shortest && window.length() <= mostSteps * step;
    });
    return found != RoundSteps.end() ? *found : RoundSteps.back();
}

Result<MachineStep> readStep(EventReader &reader, const MachineId &machineId, TimeWindow span)
{
    const Result<std::vector<SourceTotals>> parts = reader.totals({machineId, {}}, planWindow(span));
    if (!parts)
        return parts.failure();
    MachineStep step{span, {}, std::nullopt};
    for (const SourceTotals &part : *parts) {
        step.totals += part.totals;
        const Result<std::optional<Instant>> last = reader.lastEventTime(part.source.sourceId, span);
        if (!last)
            return last.failure();
        step.lastEventTime = std::max(step.lastEventTime, *last); // nothing is less than any time
    }
    return step;
}

} // namespace

MachineSteps machineSteps(TimeWindow window, Instant horizon)
{
    const seconds step = stepFor(window, horizon);
    MachineSteps steps{step, {}};
    for (Instant start = bucketStart(window.start, widestBuckets(step)); start < window.end; start += step)
        steps.spans.push_back({std::max(window.start, start), std::min(window.end, start + step)});
    return steps;
}

Result<std::vector<MachineStep>> readMachineSteps(EventReader &reader, const MachineId &machineId,
                                                  const std::vector<TimeWindow> &steps)
{
    std::vector<MachineStep> read;
    read.reserve(steps.size());
    for (const TimeWindow &span : steps) {
        Result<MachineStep> step = readStep(reader, machineId, span);
        if (!step)
            return step.failure();
        read.push_back(std::move(*step));
    }
    return read;
}

} // namespace linewatch
