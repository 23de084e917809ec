// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"

namespace linewatch {

/**
 * Reads in an SQLite store of the newest schema what a writer reads before its first commit, and the newest
 * part of what it adds to. Finds a file that is damaged there before anything is written to it; some
 * milliseconds. A whole look is checkStore().
 */
Result<void> probe(SqlConnection &connection);

} // namespace linewatch
