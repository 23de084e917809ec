// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"
#include "model/rollup.h"
#include "storage/sqlconnection.h"

namespace linewatch::sqltotals {

/**
 * Sums over the planned window of one source, by one statement. Its buckets lie apart, each among those of
 * all sources at the same time: it costs a look-up for each bucket of the plan that lies in the time of the
 * store.
 */
Result<Totals> totalsOfSource(SqlConnection &connection, std::int64_t sourceId, const WindowPlan &plan);

} // namespace linewatch::sqltotals
