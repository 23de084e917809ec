// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseurl.h"

namespace linewatch {

/**
 * Whether the program could keep events in @p url, and if not, why and what to do about it. Nothing is made,
 * migrated or left behind; on a server, a table is made and dropped to see what the user may do. Blocks, for
 * some seconds where a server cannot be reached. @p inUse is the SQLite store that this process has open,
 * empty where none.
 */
Result<Sentence> tryDatabase(const DatabaseUrl &url, const QString &inUse = {});

} // namespace linewatch
