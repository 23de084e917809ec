// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/readrules.h"

namespace linewatch {

Result<MachineRules> readRules(EventReader &reader, const StateRules &common)
{
    const Result<Registry> registry = reader.registry();
    if (!registry)
        return registry.failure();
    return MachineRules(common, *registry);
}

Result<MachineRules> readRulesOf(EventReader &reader, const MachineId &machineId, const StateRules &common)
{
    const Result<std::optional<RegisteredMachine>> machine = reader.registeredMachine(machineId);
    if (!machine)
        return machine.failure();
    Registry only;
    if (*machine)
        only.machines.emplace(machineId, **machine);
    return MachineRules(common, only);
}

} // namespace linewatch
