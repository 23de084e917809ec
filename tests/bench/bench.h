// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/program.h"

namespace linewatch::bench {

Result<void> benchIngestHttp(Session &session); // ingestbench.cpp
Result<void> benchIngestOrdered(Session &session);
Result<void> benchIngestBatch(Session &session);   // batchbench.cpp
Result<void> benchIngestMariaDb(Session &session); // mariadbbench.cpp
Result<void> benchStats(Session &session);         // questionbench.cpp
Result<void> benchTopLines(Session &session);
Result<void> benchStatsUnderIngest(Session &session); // busybench.cpp

Result<void> benchRetention(Session &session); // retentionbench.cpp

} // namespace linewatch::bench
