// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace linewatch {

class TerminationSignals;

/** What a command of linewatchd was called with. */
struct CommandCall {
    QStringList arguments; ///< the program's name, the command's, and what follows
    QProcessEnvironment environment;
    const TerminationSignals &termination;
};

/** How a command ends. */
enum ExitCode {
    ExitDone = 0,
    ExitFound = 1,  ///< it looked for faults and found some
    ExitRefused = 2 ///< it could not be done; one line on stderr says why
};

/** Says on stderr in one line why something is not done; gives ExitRefused. Any thread. */
int refuse(const QString &message);

} // namespace linewatch
