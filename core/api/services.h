// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/postwatch.h"
#include "http/statistics.h"
#include "ingest/backloggauge.h"
#include "ingest/batchwriter.h"
#include "ingest/ingestqueue.h"
#include "ingest/ingeststatistics.h"
#include "model/clock.h"
#include "model/machinestate.h"
#include "model/retention.h"
#include "model/storespace.h"
#include "storage/readerpool.h"

#include <functional>

namespace linewatch::api {

/** What the resources work with. All of it outlives them and may be used from any thread. */
struct Services {
    const Clock &clock;
    IngestQueue &queue;
    IngestStatistics &statistics;
    ReaderPool &readers;
    std::function<bool()> writerIsHealthy;            ///< whether the newest batches became durable
    std::function<Backlog()> backlog;                 ///< what waits in the spool
    std::function<std::optional<StoreSpace>()> space; ///< nothing until it was measured
    std::function<http::StatisticsSnapshot()> httpStatistics;
    StateRules rules;
    std::size_t maxBatchEvents = 50'000;
    Retention retention{};      ///< what is too old to be taken in
    PostWatch *posts = nullptr; ///< who is told of posts; null: nobody
};

} // namespace linewatch::api
