// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/machinerules.h"

namespace linewatch {

MachineRules::MachineRules(const StateRules &common, const Registry &registry) : m_common(common)
{
    for (const auto &[machineId, machine] : registry.machines) {
        if (!machine.silenceLimit && !machine.threshold && !machine.retiredSince)
            continue;
        Own own{machine.silenceLimit, std::nullopt, machine.retiredSince};
        if (machine.threshold)
            own.threshold = machine.threshold->toDouble();
        m_own.emplace(machineId, own);
    }
}

StateRules MachineRules::of(const MachineId &machineId, Instant moment) const
{
    StateRules rules = m_common;
    const auto found = m_own.find(machineId);
    if (found == m_own.end())
        return rules;
    const Own &own = found->second;
    rules.silenceLimit = own.silenceLimit.value_or(rules.silenceLimit);
    rules.healthThreshold = own.threshold.value_or(rules.healthThreshold);
    if (own.retiredSince && *own.retiredSince <= moment)
        rules.silenceLimit = std::chrono::microseconds::max();
    return rules;
}

std::optional<double> MachineRules::ownThreshold(const MachineId &machineId) const
{
    const auto found = m_own.find(machineId);
    return found == m_own.end() ? std::nullopt : found->second.threshold;
}

std::optional<Instant> MachineRules::retiredSince(const MachineId &machineId) const
{
    const auto found = m_own.find(machineId);
    return found == m_own.end() ? std::nullopt : found->second.retiredSince;
}

} // namespace linewatch
