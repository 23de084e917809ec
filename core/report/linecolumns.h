// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registry.h"
#include "report/registrycells.h"

namespace linewatch {

/** The columns of a file of lines, in the order of lineColumns(). */
enum class LineColumn { Line, Name, Factory, Notes, Confirmed };

RegistryColumns lineColumns();
RegistryCell cellOf(const RegisteredLine &line, LineColumn column);
/** Makes of @p line what a cell says; nothing, or why it cannot be read. An empty cell clears the value. */
std::optional<Sentence> setCell(RegisteredLine &line, LineColumn column, const std::string &text);

} // namespace linewatch
