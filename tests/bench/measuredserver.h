// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/loaderprocess.h"
#include "bench/settings.h"

namespace linewatch::bench {

/**
 * Has a new linewatchd take in the first @p events events of @p stream into the file @p store and ends it; a
 * failure unless each was accepted and the store holds them all.
 */
Result<LoadResult> postIntoNewServer(const Settings &settings, const StreamPlan &stream, std::int64_t events,
                                     const QString &store);

/** The same into a store that is removed afterwards. */
Result<LoadResult> postIntoFreshStore(const Settings &settings, const StreamPlan &stream,
                                      std::int64_t events);

/** The same by a baseline. */
Result<LoadResult> loadIntoFreshStore(const Settings &settings, Baseline baseline, const StreamPlan &stream,
                                      std::int64_t events);

} // namespace linewatch::bench
