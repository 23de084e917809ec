// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/machinecolumns.h"

#include "model/rfc3339.h"

namespace linewatch {

namespace {

struct ColumnName {
    std::string_view name;
    std::string_view unit; ///< empty: none; "time": the zone that times are in
};

constexpr std::array<ColumnName, MachineColumnCount> names{{{"machineId", ""},
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

ColumnName entryOf(MachineColumn column)
{
    return names[static_cast<std::size_t>(column)];
}

bool isNamed(const ColumnName &column, std::string_view name)
{
    const auto withUnit = [&](std::string_view unit) {
        return name == std::string(column.name) + " (" + std::string(unit) + ")";
    };
    if (name == column.name)
        return true;
    if (column.unit == "time")
        return withUnit("UTC") || withUnit("local time");
    return !column.unit.empty() && withUnit(column.unit);
}

MachineCell textCell(const std::string &text)
{
    return text.empty() ? MachineCell() : MachineCell(text);
}

template <class Value>
MachineCell cell(const std::optional<Value> &value)
{
    return value ? MachineCell(*value) : MachineCell();
}

std::string startText(const std::optional<Instant> &from)
{
    return from ? formatRfc3339(*from) : "always";
}

MachineCell lineCell(const LineAssignments &assignments)
{
    return assignments.empty() ? MachineCell() : textCell(assignments.back().line.utf8());
}

MachineCell lineFromCell(const LineAssignments &assignments)
{
    if (assignments.empty())
        return {};
    const std::optional<Instant> from = assignments.back().from;
    return from ? MachineCell(*from) : MachineCell(startText(from));
}

MachineCell formerLinesCell(const LineAssignments &assignments)
{
    std::string text;
    for (std::size_t i = 0; i + 1 < assignments.size(); ++i) {
        text += i == 0 ? "" : "\n";
        text += startText(assignments[i].from) + ' ' + assignments[i].line.utf8();
    }
    return textCell(text);
}

/** Whole seconds as a whole number. */
MachineCell secondsCell(const std::optional<std::chrono::milliseconds> &length)
{
    if (!length)
        return {};
    const std::int64_t ms = length->count();
    return ms % 1000 == 0 ? MachineCell(ms / 1000) : MachineCell(Decimal{ms, 3});
}

} // namespace

std::array<MachineColumn, MachineColumnCount> machineColumns()
{
    std::array<MachineColumn, MachineColumnCount> columns{};
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i] = static_cast<MachineColumn>(i);
    return columns;
}

std::string_view nameOf(MachineColumn column)
{
    return entryOf(column).name;
}

std::optional<MachineColumn> machineColumnNamed(std::string_view name)
{
    for (const MachineColumn column : machineColumns()) {
        if (isNamed(entryOf(column), name))
            return column;
    }
    return std::nullopt;
}

MachineCell cellOf(const RegisteredMachine &machine, MachineColumn column)
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
        return machine.idealCycle ? MachineCell(std::int64_t{machine.idealCycle->count()}) : MachineCell();
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
        return std::string(machine.confirmed ? "yes" : "no");
    }
    return {};
}

QString textOf(const MachineCell &cell)
{
    if (const auto *text = std::get_if<std::string>(&cell))
        return QString::fromStdString(*text).replace(QLatin1Char('\n'), QStringLiteral(" / "));
    if (const auto *number = std::get_if<std::int64_t>(&cell))
        return QString::number(*number);
    if (const auto *decimal = std::get_if<Decimal>(&cell))
        return QString::fromStdString(decimal->toString());
    if (const auto *moment = std::get_if<Instant>(&cell))
        return QString::fromStdString(formatRfc3339(*moment));
    return {};
}

Result<void> writeMachineHeader(CsvWriter &csv)
{
    std::vector<std::string> header;
    for (const ColumnName &column : names) {
        const std::string name(column.name);
        if (column.unit == "time")
            header.push_back(csv.timeColumn(name));
        else
            header.push_back(column.unit.empty() ? name : name + " (" + std::string(column.unit) + ")");
    }
    return csv.header(header);
}

Result<void> writeMachineRow(CsvWriter &csv, const RegisteredMachine &machine)
{
    for (const MachineColumn column : machineColumns()) {
        const MachineCell cell = cellOf(machine, column);
        if (const auto *text = std::get_if<std::string>(&cell))
            csv.text(*text);
        else if (const auto *number = std::get_if<std::int64_t>(&cell))
            csv.number(*number);
        else if (const auto *decimal = std::get_if<Decimal>(&cell))
            csv.number(*decimal);
        else if (const auto *moment = std::get_if<Instant>(&cell))
            csv.time(*moment);
        else
            csv.empty();
    }
    return csv.endRow();
}

} // namespace linewatch
