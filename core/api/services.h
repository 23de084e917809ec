// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/statistics.h"
#include "ingest/batchwriter.h"
#include "ingest/ingestqueue.h"
#include "ingest/ingeststatistics.h"
#include "model/clock.h"
#include "model/machinestate.h"
#include "model/retention.h"
#include "storage/readerpool.h"

#include <functional>

namespace linewatch::api {

/** What the resources work with. All of it outlives them and may be used from any thread. */
struct Services {
    const Clock &clock;
    IngestQueue &queue;
    IngestStatistics &statistics;
    ReaderPool &readers;
    std::function<bool()> writerIsHealthy; ///< whether the newest transaction met no failure
    std::function<http::StatisticsSnapshot()> httpStatistics;
    StateRules rules;
    std::size_t maxBatchEvents = 50'000;
    Retention retention{}; ///< what is too old to be taken in
};

} // namespace linewatch::api
