// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/csvwriter.h"

#include <optional>
#include <span>
#include <variant>

namespace linewatch {

/** A column of a file of machines or of lines (docs/export.md). */
struct RegistryColumn {
    std::string_view name;
    std::string_view unit; ///< empty: none; "time": the zone that times are in
};

/** All columns of a kind of file, in the order in which they are written; the first has the ids. */
using RegistryColumns = std::span<const RegistryColumn>;

/** What stands in a cell. */
using RegistryCell = std::variant<std::monostate, std::string, std::int64_t, Decimal, Instant>;

/** For people, in one line. */
QString textOf(const RegistryCell &cell);
QString nameOf(const RegistryColumn &column);

/** The place of the column of that name, with or without its unit; nothing: there is none. */
std::optional<std::size_t> columnNamed(RegistryColumns columns, std::string_view name);

/** Nothing for an empty text. */
RegistryCell textCell(const std::string &text);
RegistryCell confirmedCell(bool isConfirmed);
/** Reads what confirmedCell() writes; empty is yes. Nothing, or why it cannot be read. */
std::optional<Sentence> setConfirmed(bool &isConfirmed, const QString &column, const std::string &text);

/** The names of columns, with their units. */
Result<void> writeNames(CsvWriter &csv, RegistryColumns columns);
void writeCell(CsvWriter &csv, const RegistryCell &cell);

} // namespace linewatch
