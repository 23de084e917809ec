// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace linewatch {

class TerminationSignals;

/** Whether the program was started as `linewatchd retain ...`. */
bool asksForRetention(const QStringList &arguments);

/**
 * Removes the raw events that are older than the settings say, once, and returns the program's exit code: 0
 * when none is left, 2 with one line on stderr when not, also when a signal ended it; what was removed by
 * then stays so. Runs the event loop of the application.
 */
int runRetention(const QStringList &arguments, const QProcessEnvironment &environment,
                 const TerminationSignals &termination);

} // namespace linewatch
