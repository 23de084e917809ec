// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dice.h"
#include "model/registry.h"

namespace linewatch::test {

/** What people may have typed, with all that files and databases could stumble over. */
inline std::string anyText(Dice &dice)
{
    static const std::vector<std::string> texts{
        "",           "Press 4", "=1+1",   "'=1",       "a;b,c \"d\"",       "always",
        "\xC3\xBC 3", "-",       "%1 'x'", " blanks  ", "\xF0\x9F\x8F\xAD\\"};
    return dice.pick(texts);
}

inline RegisteredMachine anyMachine(Dice &dice, const MachineId &machineId, Instant about)
{
    constexpr std::chrono::hours day{24};
    RegisteredMachine machine;
    machine.machineId = machineId;
    machine.name = anyText(dice);
    machine.notes = anyText(dice) + (dice.chance(30) ? "\n\ttwo lines" : "");
    machine.factoryId = FactoryId(anyText(dice));
    for (std::int64_t i = dice.between(0, 3); i > 0; --i) {
        const std::optional<Instant> from =
            dice.chance(30) ? std::nullopt : std::optional(dice.between(about - day, about + day));
        machine.assignments = withAssignment(machine.assignments, {from, LineId(anyText(dice))});
    }
    if (dice.chance(50))
        machine.idealCycle = std::chrono::milliseconds{dice.between(1, 9'000)};
    if (dice.chance(50))
        machine.unitsPerCycle = dice.between(1, 20);
    if (dice.chance(50))
        machine.silenceLimit = std::chrono::milliseconds{dice.between(1'000, 9'000)};
    if (dice.chance(50))
        machine.threshold = Decimal{dice.between(1, 9'000), 2};
    if (dice.chance(30))
        machine.retiredSince = dice.between(about - day, about + day);
    machine.confirmed = dice.chance(50);
    return machine;
}

inline RegisteredLine anyLine(Dice &dice, const LineId &lineId)
{
    return {lineId, anyText(dice), FactoryId(anyText(dice)),
            anyText(dice) + (dice.chance(30) ? "\n\ttwo lines" : ""), dice.chance(50)};
}

/** Of sixty machines and sixty lines. */
inline Registry anyRegistry(std::uint32_t seed, Instant about)
{
    Dice dice(seed);
    Registry registry;
    registry.revision = 7;
    for (int i = 0; i < 60; ++i) {
        const MachineId machineId(anyText(dice) + std::to_string(i));
        registry.machines.emplace(machineId, anyMachine(dice, machineId, about));
        const LineId lineId(anyText(dice) + std::to_string(i));
        registry.lines.emplace(lineId, anyLine(dice, lineId));
    }
    return registry;
}

} // namespace linewatch::test
