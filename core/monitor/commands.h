// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

#include <optional>

namespace linewatch {

/** Runs the command that the first argument names and gives its exit code; nothing where it names none. */
std::optional<int> runCommand(const CommandCall &call);

/** A line for each command, for --help. */
QString commandsText();

} // namespace linewatch
