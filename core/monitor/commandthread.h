// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

#include <functional>

namespace linewatch {

/**
 * Runs @p work on a thread of its own, and beside it the event loop of the application, which hears signals.
 * Gives the exit code that @p work gave. At SIGINT or SIGTERM @p cancel is called on the main thread: it ends
 * the process there and then, or returns to let @p work come to its end.
 */
int runBesideSignals(const TerminationSignals &termination, const std::function<int()> &work,
                     const std::function<void()> &cancel);

} // namespace linewatch
