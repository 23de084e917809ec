// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/filledstores.h"
#include "bench/report.h"
#include "bench/settings.h"

namespace linewatch::bench {

/** What the benches of one run of the program share. */
struct Session {
    explicit Session(const Settings &chosen) : settings(chosen), stores(settings) { }

    const Settings settings;
    FilledStores stores;
    Report report;
};

/** One entry of the program: measures, fails when an answer is not exact, and adds to the report. */
struct Bench {
    const char *name;
    Result<void> (*run)(Session &session);
};

Result<void> benchIngestHttp(Session &session); // ingestbench.cpp
Result<void> benchIngestOrdered(Session &session);
Result<void> benchIngestBatch(Session &session);   // batchbench.cpp
Result<void> benchIngestMariaDb(Session &session); // mariadbbench.cpp
Result<void> benchStats(Session &session);         // questionbench.cpp
Result<void> benchTopLines(Session &session);
Result<void> benchStatsUnderIngest(Session &session); // busybench.cpp

} // namespace linewatch::bench
