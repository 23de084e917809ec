// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinestate.h"
#include "model/registry.h"

#include <unordered_map>

namespace linewatch {

/** What the states of machines are judged by: what holds for all, and what the registry says of some. A
 * value.
 */
class MachineRules
{
public:
    MachineRules() = default;
    explicit MachineRules(const StateRules &common) : m_common(common) { }
    MachineRules(const StateRules &common, const Registry &registry);

    const StateRules &common() const { return m_common; }
    /** Those of one machine at @p moment; one that is retired by then is never Silent. */
    StateRules of(const MachineId &machineId, Instant moment) const;
    /** Defects an hour, where the registry says so of this machine; nothing: it is judged as all are. */
    std::optional<double> ownThreshold(const MachineId &machineId) const;
    /** Since when it is retired; nothing: it is not. */
    std::optional<Instant> retiredSince(const MachineId &machineId) const;

private:
    struct Own {
        std::optional<std::chrono::microseconds> silenceLimit;
        std::optional<double> threshold; ///< defects an hour
        std::optional<Instant> retiredSince;
    };

    StateRules m_common;
    std::unordered_map<MachineId, Own> m_own; ///< only of those that have any
};

} // namespace linewatch
