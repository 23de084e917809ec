// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"
#include "model/rollup.h"
#include "storage/sqlconnection.h"

namespace linewatch::sqltotals {

/** The four sums over rows of table event, and FROM. */
QString edgeSums();

/**
 * Sums over the planned window of one source, by one statement. Its cost goes by the buckets of the plan that
 * lie in the time of the store.
 */
Result<Totals> totalsOfSource(SqlConnection &connection, std::int64_t sourceId, const WindowPlan &plan);

} // namespace linewatch::sqltotals
