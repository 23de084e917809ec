// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/checkreport.h"
#include "storage/sqlconnection.h"

namespace linewatch {

/** Has SQLite look at every page of the file, and hold every index against its table. Minutes for a large
 * one. */
Result<CheckedPart> checkIntegrity(SqlConnection &connection);

/** The same of a file that cannot be opened as a database any more. */
CheckedPart damagedFile();

} // namespace linewatch
