// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/sqlconnection.h"

/** Events and rejected events page by page; the part of SqlEventReader that lists. */
namespace linewatch::sqlpages {

Result<EventPage> events(SqlConnection &connection, const EventFilter &filter, int limit,
                         const std::optional<EventCursor> &cursor);
Result<std::optional<EventHistory>> event(SqlConnection &connection, const EventId &id);
Result<RejectionPage> rejections(SqlConnection &connection, const RejectionFilter &filter, int limit);
Result<std::vector<RejectionCount>> rejectionCounts(SqlConnection &connection, const RejectionFilter &filter);

} // namespace linewatch::sqlpages
