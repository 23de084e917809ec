// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/sqlconnection.h"

/** Sums over windows, from buckets and edges; the part of SqlEventReader that counts. */
namespace linewatch::sqltotals {

Result<std::vector<SourceTotals>> totals(SqlConnection &connection, const TotalsFilter &filter,
                                         const WindowPlan &plan);
Result<std::vector<SourceTotals>> lineTotals(SqlConnection &connection, const FactoryId &factoryId,
                                             const WindowPlan &plan);
Result<std::vector<MinuteTotals>> minuteTotals(SqlConnection &connection, TimeWindow window);
Result<std::vector<StepTotals>> stepTotals(SqlConnection &connection, const StepPlan &plan);
Result<std::vector<Source>> sources(SqlConnection &connection);
Result<std::optional<Instant>> lastEventTime(SqlConnection &connection, std::int64_t sourceId,
                                             std::optional<TimeWindow> window);
Result<std::unordered_map<std::int64_t, Instant>> lastEventTimes(SqlConnection &connection);

} // namespace linewatch::sqltotals
