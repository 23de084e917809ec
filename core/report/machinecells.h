// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/machinecolumns.h"

namespace linewatch {

/**
 * Makes of @p machine what a cell says; nothing, or why the cell cannot be read. An empty cell clears the
 * value. Not for the columns of lines, which only make sense together. Decimals may have a comma. Pure.
 */
std::optional<Sentence> setCell(RegisteredMachine &machine, MachineColumn column, const std::string &text);

/** What the cells about a machine's line say; nothing: the file has no such column. */
struct LineCells {
    std::optional<std::string> line;
    std::optional<std::string> from;
    std::optional<std::string> former;
};

/**
 * Makes of @p assignments what the cells say. A line without a time counts from @p now on, unless it is that
 * of now already; "always" rewrites what was. Nothing, or why the cells cannot be read. Pure.
 */
std::optional<Sentence> setLine(LineAssignments &assignments, const LineCells &cells, Instant now);

} // namespace linewatch
