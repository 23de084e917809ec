// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load.h"

#include <QString>

namespace linewatch::bench {

/** What a baseline is asked to take in. */
struct LoaderPlan {
    QString baseline; ///< "sqlite", which is (a), or "seed", which is (b)
    StreamPlan stream;
    std::int64_t events = 0;
    QString store;
    int checkpointPages = 16384; ///< wal_autocheckpoint of (a)
};

/**
 * Runs a baseline in a process of its own, which is this program again (see loaderMain()), so that its
 * memory, time and bytes are its own.
 */
Result<LoadResult> runLoader(const LoaderPlan &plan);

/** The whole program when it is started as `linewatch-bench load ...`; says its progress on standard output.
 */
int loaderMain(const QStringList &arguments);

} // namespace linewatch::bench
