// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window/openpages.h"

namespace linewatch::bench {

std::vector<OpenPage> openPages(const StreamPlan &plan, std::uint32_t machine)
{
    const MachineId id(machineName(machine));
    const LineId line(lineName(plan, machine));
    return {{QStringLiteral("Overview"), ui::Place::overview()},
            {QStringLiteral("Lines"), ui::Place::lines()},
            {QStringLiteral("a line"), ui::Place::ofLine(line)},
            {QStringLiteral("Machines"), ui::Place::machines()},
            {QStringLiteral("a machine"), ui::Place::ofMachine(id)},
            {QStringLiteral("Events"), ui::Place::events()},
            {QStringLiteral("Events of a machine"), ui::Place::eventsOfMachine(id)}};
}

} // namespace linewatch::bench
