// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gridchoice.h"

#include <algorithm>
#include <array>
#include <map>

namespace linewatch::ui {

namespace {

/** What a line is placed by: more is worse. */
using Badness = std::array<std::int64_t, 4>;

Badness badnessOf(const MachineSnapshot &machine, MachineOrder order)
{
    const bool hasData = machine.state != MachineState::NoData;
    const std::int64_t rate = hasData ? machine.defectRate.scaled : -1;
    if (order == MachineOrder::ByRate)
        return {rate, 0, 0, 0};
    return {machine.state == MachineState::Warning ? 1 : 0, machine.state == MachineState::Silent ? 1 : 0,
            hasData ? 0 : 1, rate};
}

Badness together(const Badness &one, const Badness &other, MachineOrder order)
{
    if (order == MachineOrder::ByRate)
        return std::max(one, other);
    return {one[0] + other[0], one[1] + other[1], one[2] + other[2], std::max(one[3], other[3])};
}

} // namespace

bool MachineFilter::accepts(const MachineSnapshot &machine) const
{
    if (state && machine.state != *state)
        return false;
    return text.isEmpty() || machine.machineId.toString().contains(text, Qt::CaseInsensitive)
        || machine.line.toString().contains(text, Qt::CaseInsensitive);
}

std::vector<const MachineSnapshot *> inOrder(const std::vector<MachineSnapshot> &machines, MachineOrder order)
{
    std::vector<const MachineSnapshot *> sorted;
    for (const MachineSnapshot &machine : machines)
        sorted.push_back(&machine);
    if (order == MachineOrder::ByName)
        return sorted; // as a snapshot has them
    std::map<LineId, Badness> lines;
    for (const MachineSnapshot &machine : machines) {
        const Badness badness = badnessOf(machine, order);
        const auto [line, isFirst] = lines.try_emplace(machine.line, badness);
        if (!isFirst)
            line->second = together(line->second, badness, order);
    }
    std::ranges::sort(sorted, [&lines, order](const MachineSnapshot *one, const MachineSnapshot *other) {
        const Badness &line = lines.at(one->line);
        const Badness &otherLine = lines.at(other->line);
        if (line != otherLine)
            return line > otherLine;
        if (one->line != other->line)
            return one->line < other->line;
        const Badness badness = badnessOf(*one, order);
        const Badness otherBadness = badnessOf(*other, order);
        return badness != otherBadness ? badness > otherBadness : one->machineId < other->machineId;
    });
    return sorted;
}

} // namespace linewatch::ui
