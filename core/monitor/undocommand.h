// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/command.h"

namespace linewatch {

/**
 * `linewatchd undo`: takes back the newest change of the registry that was not taken back yet, also while the
 * store is in use, and says which it was. Exit 0 when it did, or there is none; 1 when an entry of it was
 * changed since, 2 when it could not be tried.
 */
int runUndo(const CommandCall &call);

} // namespace linewatch
