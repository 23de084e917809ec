// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace linewatch {

class TerminationSignals;

/** Whether the program was started as `linewatchd export ...`. */
bool asksForExport(const QStringList &arguments);

/**
 * Exports as @p arguments say and returns the program's exit code: 0 when the file is whole, 2 with one line
 * on stderr when not, also when a signal cancelled it. Runs the event loop of the application.
 */
int runExport(const QStringList &arguments, const QProcessEnvironment &environment,
              const TerminationSignals &termination);

} // namespace linewatch
