// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/sqlconnection.h"

/** Rejected events page by page, and how many there are; the part of SqlEventReader that tells of them. */
namespace linewatch::sqlrejections {

Result<RejectionPage> page(SqlConnection &connection, const RejectionFilter &filter, int limit);
Result<std::vector<RejectionCount>> reasons(SqlConnection &connection, const RejectionFilter &filter);
Result<std::vector<RejectionSender>> senders(SqlConnection &connection, const RejectionFilter &filter,
                                             int limit);

} // namespace linewatch::sqlrejections
