// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registry.h"
#include "report/csvwriter.h"

#include <array>
#include <variant>

namespace linewatch {

/** The columns of a file of machines (docs/export.md). */
enum class MachineColumn {
    Machine,
    Name,
    Line,        ///< of the newest assignment
    LineFrom,    ///< from when it counts, or "always"; empty: the machine has no assignment
    FormerLines, ///< the assignments before it, one a line of text: "always A", "2026-01-15T06:00:00Z B"
    Factory,
    IdealCycle,
    UnitsPerCycle,
    SilenceLimit,
    Threshold,
    Notes,
    RetiredSince,
    Confirmed
};

inline constexpr std::size_t MachineColumnCount = 13;

/** In the order in which they are written. */
std::array<MachineColumn, MachineColumnCount> machineColumns();
/** Without a unit. */
std::string_view nameOf(MachineColumn column);
/** The column of that name, with or without its unit. */
std::optional<MachineColumn> machineColumnNamed(std::string_view name);

/** What stands in a cell. */
using MachineCell = std::variant<std::monostate, std::string, std::int64_t, Decimal, Instant>;
MachineCell cellOf(const RegisteredMachine &machine, MachineColumn column);
/** The same for people, in one line. */
QString textOf(const MachineCell &cell);

Result<void> writeMachineHeader(CsvWriter &csv);
Result<void> writeMachineRow(CsvWriter &csv, const RegisteredMachine &machine);

} // namespace linewatch
