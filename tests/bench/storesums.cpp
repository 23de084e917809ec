// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/storesums.h"

#include "bench/plainsql.h"

namespace linewatch::bench {

StoreSums sumsOf(const StreamPlan &plan, std::int64_t events)
{
    Stream stream(plan);
    StoreSums sums;
    for (; sums.events < events; ++sums.events) {
        const StreamEvent event = stream.next();
        sums.runTimeMs += event.durationMs;
        sums.defects += event.defects < 0 ? 0 : event.defects;
        sums.unknownEvents += event.defects < 0 ? 1 : 0;
        sums.seconds += event.timeUs / 1'000'000;
    }
    return sums;
}

Result<void> checkStore(const QString &store, const StreamPlan &plan, std::int64_t events)
{
    Result<std::unique_ptr<PlainSql>> sql = PlainSql::open(store);
    if (!sql)
        return sql.failure();
    const Result<StoreSums> found = (*sql)->allSums();
    if (!found)
        return found.failure();
    if (*found == sumsOf(plan, events))
        return {};
    return Failure{Failure::Kind::Internal,
                   QStringLiteral("%1 does not hold what was sent: %2 events of %3, or not these")
                       .arg(store)
                       .arg(found->events)
                       .arg(events)};
}

} // namespace linewatch::bench
