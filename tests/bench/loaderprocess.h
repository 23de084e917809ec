// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load.h"

#include <QStringList>

namespace linewatch::bench {

enum class Baseline : std::uint8_t {
    LoaderInC, ///< (a), sqliteloader.h
    SeedsWay   ///< (b), seedsway.h
};

/** What a baseline is asked to take in. */
struct LoaderPlan {
    Baseline baseline = Baseline::LoaderInC;
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
