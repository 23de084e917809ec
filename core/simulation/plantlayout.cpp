// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/plantlayout.h"

#include <array>
#include <cstdio>

namespace linewatch::simulation {

namespace {

std::string machineName(int number)
{
    std::array<char, 24> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "M-%03d", number);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

/** A to Z, then AA, AB and so on, as a spreadsheet names its columns. */
std::string letters(int index)
{
    std::string name;
    for (int rest = index; rest >= 0; rest = rest / 26 - 1)
        name.insert(name.begin(), static_cast<char>('A' + rest % 26));
    return name;
}

MachineProfile testMachine(int index, int lines, const std::string &prefix)
{
    MachineProfile machine;
    machine.id = MachineId(prefix + machineName(index + 1));
    machine.cycle = std::chrono::milliseconds{5'000 + 1'000 * (index * 7 % 16)};
    machine.defectProbability = 0.002 + 0.004 * (index % 5);
    if (index % 20 != 7)
        machine.line = LineId(prefix + "LINE-" + letters(index % lines));
    if (index % 40 != 7)
        machine.factory = FactoryId(prefix + (index % 10 == 9 ? "PLANT-2" : "PLANT-1"));
    return machine;
}

/** The probability of a defect in one event that makes that many defects an hour. */
double probability(double defectsPerHour, std::chrono::milliseconds cycle)
{
    const auto hour = std::chrono::milliseconds{std::chrono::hours{1}};
    return defectsPerHour * static_cast<double>(cycle.count()) / static_cast<double>(hour.count());
}

} // namespace

PlantLayout makeTestPlant(int machines, int lines, const std::string &prefix)
{
    PlantLayout layout;
    layout.omittedLine = 0.02;
    layout.extremes = true;
    for (int i = 0; i < machines; ++i)
        layout.machines.push_back(testMachine(i, lines, prefix));
    if (machines > 2)
        layout.machines[2].habit = Habit::Drifts;
    if (machines > 4)
        layout.machines[4].habit = Habit::FallsSilent;
    return layout;
}

PlantLayout makeDemoPlant()
{
    static constexpr std::array<const char *, 4> lines{"Press 2", "Weld 1", "Paint A", "Mould 3"};
    static constexpr int machinesPerLine = 5;
    PlantLayout layout;
    for (int line = 0; line < static_cast<int>(lines.size()); ++line) {
        for (int place = 0; place < machinesPerLine; ++place) {
            MachineProfile machine;
            machine.id = MachineId(machineName(100 * (line + 1) + place + 1));
            machine.line = LineId(std::string(lines[static_cast<std::size_t>(line)]));
            machine.factory = FactoryId(std::string("Hall 1"));
            machine.cycle = std::chrono::milliseconds{6'000 + 1'700 * ((line * 3 + place * 2) % 8)};
            machine.defectProbability = probability(0.05 + 0.05 * ((line + place) % 4), machine.cycle);
            layout.machines.push_back(machine);
        }
    }
    MachineProfile &bad = layout.machines[12]; // M-303
    bad.defectProbability = probability(5.0, bad.cycle);
    MachineProfile &drifting = layout.machines[6]; // M-202
    drifting.defectProbability = probability(1.0, drifting.cycle);
    drifting.habit = Habit::Drifts;
    layout.machines[16].habit = Habit::FallsSilent; // M-402
    return layout;
}

std::string runPrefix(std::uint64_t seed)
{
    return 'S' + std::to_string(seed) + '-';
}

} // namespace linewatch::simulation
