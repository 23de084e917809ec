// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/sqlconnection.h"

namespace linewatch::sqltotals {

/**
 * Divides the sums of sources that count for several lines in the planned window, and names the line of each
 * part. What is asked for it goes by how often lines change in the window, and not by its length.
 */
Result<std::vector<SourceTotals>> byLine(SqlConnection &connection, const WindowPlan &plan,
                                         std::vector<SourceTotals> parts);

} // namespace linewatch::sqltotals
