// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace linewatch {

/** The state of a machine: the first that fits, in this order. */
enum class MachineState : std::uint8_t {
    NoData,  ///< no event in the window that is looked at
    Silent,  ///< nothing for longer than its silence limit
    Warning, ///< its defect rate over the health window reaches its threshold
    Healthy
};
inline constexpr std::size_t MachineStateCount = 4;

/** What states are judged by. */
struct StateRules {
    std::chrono::microseconds silenceLimit = std::chrono::minutes{5};
    std::chrono::microseconds healthWindow = std::chrono::hours{1};
    double healthThreshold = kpi::DefaultHealthThreshold; ///< defects an hour
};

/**
 * The state at @p now of a machine whose newest event in the window looked at is @p lastEvent, and which had
 * @p healthDefects known defects over the last @p healthLength.
 */
MachineState machineState(std::optional<Instant> lastEvent, Instant now, std::int64_t healthDefects,
                          std::chrono::microseconds healthLength, const StateRules &rules);

/** "No data", "Silent", "Warning", "Healthy". */
std::string_view wireName(MachineState state);

} // namespace linewatch
