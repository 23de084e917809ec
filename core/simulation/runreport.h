// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/options.h"
#include "simulation/postingclient.h"

#include <chrono>

namespace linewatch::simulation {

/** The results of all connections in one. */
struct RunSummary {
    PostingResult total; ///< without rows: those stay with the connections
    std::chrono::milliseconds elapsed{0};
    std::optional<qint64> questions; ///< asked to verify; nothing when the run was not verified
};

/** Adds what one connection did; its rows are left in @p part. */
void addTo(PostingResult &total, PostingResult &part);

/** The latency that @p percent of the batches did not exceed, in microseconds; 0 without batches. */
std::int32_t percentile(std::vector<std::int32_t> latencies, int percent);

/** "seed 42, 100,000 events in 205 batches ..." : what a run did and found, for people. Ends with a newline.
 */
QString reportText(const Options &options, const RunSummary &summary);

} // namespace linewatch::simulation
