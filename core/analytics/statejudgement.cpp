// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/statejudgement.h"

namespace linewatch {

StateJudgement judged(StateJudgement facts)
{
    if (facts.isOver)
        facts.rules.silenceLimit = std::chrono::microseconds::max();
    // Of a window that is over, any time in it will do for the last event.
    const std::optional<Instant> last =
        facts.hasData ? std::optional(facts.lastEvent.value_or(facts.moment)) : std::nullopt;
    facts.state = machineState(last, facts.moment, facts.totals.defects, facts.health.length(), facts.rules);
    return facts;
}

std::optional<Instant> retiredSince(const Registry &registry, const MachineId &machineId)
{
    const RegisteredMachine *machine = registry.machine(machineId);
    return machine ? machine->retiredSince : std::nullopt;
}

} // namespace linewatch
