// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlsourcetotals.h"

#include "storage/sqlvalues.h"

#include <algorithm>

namespace linewatch::sqltotals {

namespace {

// A window has minutes, hours, days, hours and minutes at most, and an edge at either end (planWindow()).
constexpr std::size_t rangesAtMost = 5;
constexpr std::size_t edgesAtMost = 2;
/** A range that is longer is cut to the time of which the store has buckets: years without any cost nothing.
 */
constexpr std::int64_t bucketsBeforeCut = 1'000;

QString edgeQuestion()
{
    return QStringLiteral(" UNION ALL SELECT count(*), sum(duration_ms), sum(max(defect_count, 0)),"
                          " sum(defect_count = -1) FROM event"
                          " WHERE source_id = ? AND event_time >= ? AND event_time < ?");
}

/** A row of four sums for the buckets, and one for each edge. One text for all plans, so it is prepared once.
 */
QString question()
{
    QStringList ranges;
    for (std::size_t i = 0; i < rangesAtMost; ++i)
        ranges += QStringLiteral("SELECT ?, ?, ?");
    return QStringLiteral(
               "WITH RECURSIVE bucket (width, start, stop) AS (%1"
               " UNION ALL SELECT width, start + width, stop FROM bucket WHERE start + width < stop) "
               "SELECT sum(r.events), sum(r.run_time_ms), sum(r.defects), sum(r.unknown_events)"
               " FROM bucket CROSS JOIN rollup_bucket r WHERE bucket.start < bucket.stop"
               " AND r.bucket_width = bucket.width AND r.bucket_start = bucket.start"
               " AND r.source_id = ?")
               .arg(ranges.join(QStringLiteral(" UNION ALL ")))
        + edgeQuestion().repeated(edgesAtMost);
}

/** In seconds; nothing is in it where start is not before end. */
struct Range {
    std::int64_t width = 1;
    std::int64_t start = 0;
    std::int64_t end = 0;
};

Result<Range> cutToStore(SqlConnection &connection, Range range)
{
    Result<SqlRows> stored = connection.ask(QStringLiteral("SELECT min(bucket_start), max(bucket_start) + ?"
                                                           " FROM rollup_bucket WHERE bucket_width = ?"),
                                            {qlonglong{range.width}, qlonglong{range.width}});
    if (!stored)
        return stored.failure();
    if (!stored->next() || stored->value(0).isNull())
        return Range{};
    range.start = std::max<std::int64_t>(range.start, stored->value(0).toLongLong());
    range.end = std::min<std::int64_t>(range.end, stored->value(1).toLongLong());
    return range;
}

Result<Range> rangeOf(SqlConnection &connection, const BucketRange &buckets)
{
    const Range range{static_cast<std::int32_t>(buckets.width), sql::toSeconds(buckets.window.start),
                      sql::toSeconds(buckets.window.end)};
    const bool isLong = (range.end - range.start) / range.width > bucketsBeforeCut;
    return isLong ? cutToStore(connection, range) : range;
}

Result<QVariantList> valuesFor(SqlConnection &connection, std::int64_t sourceId, const WindowPlan &plan)
{
    Q_ASSERT(plan.buckets.size() <= rangesAtMost && plan.edges.size() <= edgesAtMost);
    QVariantList values;
    for (std::size_t i = 0; i < rangesAtMost; ++i) {
        Result<Range> range = i < plan.buckets.size() ? rangeOf(connection, plan.buckets[i]) : Range{};
        if (!range)
            return range.failure();
        values << qlonglong{range->width} << qlonglong{range->start} << qlonglong{range->end};
    }
    values << qlonglong{sourceId};
    for (std::size_t i = 0; i < edgesAtMost; ++i) {
        const TimeWindow edge = i < plan.edges.size() ? plan.edges[i] : TimeWindow{};
        values << qlonglong{sourceId} << sql::fromInstant(edge.start) << sql::fromInstant(edge.end);
    }
    return values;
}

} // namespace

Result<Totals> totalsOfSource(SqlConnection &connection, std::int64_t sourceId, const WindowPlan &plan)
{
    static const QString sql = question();
    const Result<QVariantList> values = valuesFor(connection, sourceId, plan);
    if (!values)
        return values.failure();
    Result<SqlRows> rows = connection.ask(sql, *values);
    if (!rows)
        return rows.failure();
    Totals sum;
    while (rows->next()) // sums of nothing are null, which reads as 0
        sum += sql::readTotals(*rows, 0);
    return sum;
}

} // namespace linewatch::sqltotals
