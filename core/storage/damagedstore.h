// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "model/timewindow.h"

#include <QString>

namespace linewatch {

/**
 * Whether the SQLite file at @p path, which cannot be read as a database any more, was a store of Linewatch:
 * whether near its beginning our schema stands among bytes that no text has, or else the page with the state
 * of the store (docs/adr/0014). A picture or a text that --database named by mistake is none.
 */
bool wasStoreOfOurs(const QString &path);

/**
 * Whether an SQLite file is there and empty while the log beside it is not. SQLite would take it for a new
 * database and remove the log.
 */
bool wasEmptied(const QString &path);

/** Whether a file is there that is no database and that SQLite would take for a new one all the same. */
bool isTooShort(const QString &path);

/**
 * Gives a damaged store, with the log and the index beside it, the name NAME.damaged-YYYYMMDDThhmmssZ, and
 * what follows to what has that name already. Nobody may have it open; whoever calls holds its lock. The
 * failure says where it is now and how to restore, or that it could not be moved.
 */
Failure setAside(const QString &path, Instant now);

} // namespace linewatch
