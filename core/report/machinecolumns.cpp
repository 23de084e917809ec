// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/machinecolumns.h"

#include "model/rfc3339.h"

#include <array>

namespace linewatch {

namespace {

constexpr std::array<RegistryColumn, 13> columnsOfMachines{{{"machineId", ""},
                                                            {"name", ""},
                                                            {"line", ""},
                                                            {"lineFrom", "time"},
                                                            {"formerLines", ""},
                                                            {"factoryId", ""},
                                                            {"idealCycle", "ms"},
                                                            {"unitsPerCycle", ""},
                                                            {"silenceLimit", "s"},
                                                            {"threshold", "defects/h"},
                                                            {"notes", ""},
                                                            {"retiredSince", "time"},
                                                            {"confirmed", ""}}};

template <class Value>
RegistryCell cell(const std::optional<Value> &value)
{
    return value ? RegistryCell(*value) : RegistryCell();
}

std::string startText(const std::optional<Instant> &from)
{
    return from ? formatRfc3339(*from) : "always";
}

RegistryCell lineCell(const LineAssignments &assignments)
{
    return assignments.empty() ? RegistryCell() : textCell(assignments.back().line.utf8());
}

RegistryCell lineFromCell(const LineAssignments &assignments)
{
    if (assignments.empty())
        return {};
    const std::optional<Instant> from = assignments.back().from;
    return from ? RegistryCell(*from) : RegistryCell(startText(from));
}

RegistryCell formerLinesCell(const LineAssignments &assignments)
{
    std::string text;
    for (std::size_t i = 0; i + 1 < assignments.size(); ++i) {
        text += i == 0 ? "" : "\n";
        text += startText(assignments[i].from) + ' ' + assignments[i].line.utf8();
    }
    return textCell(text);
}

/** Whole seconds as a whole number. */
RegistryCell secondsCell(const std::optional<std::chrono::milliseconds> &length)
{
    if (!length)
        return {};
    const std::int64_t ms = length->count();
    return ms % 1000 == 0 ? RegistryCell(ms / 1000) : RegistryCell(Decimal{ms, 3});
}

} // namespace

RegistryColumns machineColumns()
{
    return columnsOfMachines;
}

RegistryCell cellOf(const RegisteredMachine &machine, MachineColumn column)
{
    switch (column) {
    case MachineColumn::Machine:
        return textCell(machine.machineId.utf8());
    case MachineColumn::Name:
        return textCell(machine.name);
    case MachineColumn::Line:
        return lineCell(machine.assignments);
    case MachineColumn::LineFrom:
        return lineFromCell(machine.assignments);
    case MachineColumn::FormerLines:
        return formerLinesCell(machine.assignments);
    case MachineColumn::Factory:
        return textCell(machine.factoryId.utf8());
    case MachineColumn::IdealCycle:
        return machine.idealCycle ? RegistryCell(std::int64_t{machine.idealCycle->count()}) : RegistryCell();
    case MachineColumn::UnitsPerCycle:
        return cell(machine.unitsPerCycle);
    case MachineColumn::SilenceLimit:
        return secondsCell(machine.silenceLimit);
    case MachineColumn::Threshold:
        return cell(machine.threshold);
    case MachineColumn::Notes:
        return textCell(machine.notes);
    case MachineColumn::RetiredSince:
        return cell(machine.retiredSince);
    case MachineColumn::Confirmed:
        return confirmedCell(machine.confirmed);
    }
    return {};
}

} // namespace linewatch
