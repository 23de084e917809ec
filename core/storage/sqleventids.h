// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/sqlconnection.h"

namespace linewatch {

/** EventReader::newestIds(). */
Result<std::vector<EventId>> findNewestIds(SqlConnection &connection, const EventId &beginning, int among,
                                           int limit);

} // namespace linewatch
