// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"

#include <vector>

namespace linewatch {

/**
 * The rows of table event that may have that key, for those who only read: all that do, hardly ever another.
 * The runs of the index are asked one by one and the rows that are in none of them are read, at most
 * KeyIndexSizes::tail and those of one transaction.
 */
Result<std::vector<std::int64_t>> findRowsOfKey(SqlConnection &connection, const QByteArray &key);

} // namespace linewatch
