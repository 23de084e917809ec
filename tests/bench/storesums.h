// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/stream.h"
#include "model/failure.h"

#include <QString>

namespace linewatch::bench {

/** Sums over all events: two stores that took in the same stream have the same. */
struct StoreSums {
    std::int64_t events = 0;
    std::int64_t runTimeMs = 0;
    std::int64_t defects = 0;
    std::int64_t unknownEvents = 0;
    std::int64_t seconds = 0; ///< of the events' times

    friend bool operator==(const StoreSums &, const StoreSums &) = default;
};

StoreSums sumsOf(const StreamPlan &plan, std::int64_t events);

/** Failure unless the SQLite file @p store holds exactly the first @p events events of @p plan, by their
 * sums. */
Result<void> checkStore(const QString &store, const StreamPlan &plan, std::int64_t events);

} // namespace linewatch::bench
