// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/machinestate.h"

#include <array>

namespace linewatch {

MachineState machineState(std::optional<Instant> lastEvent, Instant now, std::int64_t healthDefects,
                          std::chrono::microseconds healthLength, const StateRules &rules)
{
    if (!lastEvent)
        return MachineState::NoData;
    if (now - *lastEvent > rules.silenceLimit)
        return MachineState::Silent;
    return kpi::health(healthDefects, healthLength, rules.healthThreshold) == Health::Warning
        ? MachineState::Warning
        : MachineState::Healthy;
}

std::string_view wireName(MachineState state)
{
    static constexpr std::array<std::string_view, MachineStateCount> names{"No data", "Silent", "Warning",
                                                                           "Healthy"};
    return names[static_cast<std::size_t>(state)];
}

} // namespace linewatch
