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
/** Sums of every source over the planned window, by its number. */
Result<std::unordered_map<std::int64_t, Totals>> totalsOfAll(SqlConnection &connection,
                                                             const WindowPlan &plan);
Result<std::vector<MinuteTotals>> minuteTotals(SqlConnection &connection, TimeWindow window);
Result<std::vector<StepTotals>> stepTotals(SqlConnection &connection, const StepPlan &plan);
Result<std::vector<Source>> sources(SqlConnection &connection);
/** Those of one machine; of every machine where it is empty. */
Result<std::vector<Source>> sourcesOf(SqlConnection &connection, const MachineId &machineId);
Result<std::optional<Instant>> lastEventTime(SqlConnection &connection, std::int64_t sourceId,
                                             std::optional<TimeWindow> window);
Result<std::unordered_map<std::int64_t, Instant>> lastEventTimes(SqlConnection &connection,
                                                                 std::optional<TimeWindow> window);

} // namespace linewatch::sqltotals
