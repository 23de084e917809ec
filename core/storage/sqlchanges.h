// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/sqlconnection.h"

/** What was committed, and what it changed; the part of SqlEventReader that others follow a store by. */
namespace linewatch::sqlchanges {

Result<StoreStamps> stamps(SqlConnection &connection);
Result<std::vector<Instant>> changedMinutes(SqlConnection &connection, const StoreStamps &seen,
                                            Instant since);

} // namespace linewatch::sqlchanges
