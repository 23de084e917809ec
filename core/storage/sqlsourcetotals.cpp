// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlsourcetotals.h"

#include "storage/sqlvalues.h"

#include <algorithm>

namespace linewatch::sqltotals {

namespace {

// A window has minutes, hours, days, hours and minutes at most, and an edge at either end (planWindow()).
constexpr int rangesAtMost = 5;
constexpr int edgesAtMost = 2;
/** A range that is longer is cut to the time of which the store has buckets: years without any cost nothing.
 */
constexpr std::int64_t bucketsBeforeCut = 1'000;

QString edgeQuestion()
{
    return QStringLiteral(" UNION ALL SELECT ") + edgeSums()
        + QStringLiteral(" WHERE source_id = ? AND event_time >= ? AND event_time < ?");
}

/** Rows of four sums: for the buckets, and for each edge. One text for all plans, so it is prepared once. */
QString question(const SqlDialect &dialect)
{
    return dialect.bucketsOfSource(rangesAtMost) + edgeQuestion().repeated(edgesAtMost);
}

/** In seconds; nothing is in it where start is not before end. */
struct Range {
    std::int64_t width = 1;
    std::int64_t start = 0;
    std::int64_t end = 0;
};

Result<Range> cutToStore(SqlConnection &connection, const Range &range)
{
    Range cut;
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT min(bucket_start), max(bucket_start) + ? FROM rollup_bucket"
                       " WHERE bucket_width = ?"),
        {qlonglong{range.width}, qlonglong{range.width}}, [&](const QSqlQuery &row) {
            if (!row.value(0).isNull())
                cut = {range.width, std::max<std::int64_t>(range.start, row.value(0).toLongLong()),
                       std::min<std::int64_t>(range.end, row.value(1).toLongLong())};
        });
    if (!read)
        return read.failure();
    return cut;
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
    Q_ASSERT(std::ssize(plan.buckets) <= rangesAtMost && std::ssize(plan.edges) <= edgesAtMost);
    QVariantList values;
    for (std::size_t i = 0; i < rangesAtMost; ++i) {
        Result<Range> range = i < plan.buckets.size() ? rangeOf(connection, plan.buckets[i]) : Range{};
        if (!range)
            return range.failure();
        values << qlonglong{sourceId} << qlonglong{range->width} << qlonglong{range->start}
               << qlonglong{range->end};
    }
    for (std::size_t i = 0; i < edgesAtMost; ++i) {
        const TimeWindow edge = i < plan.edges.size() ? plan.edges[i] : TimeWindow{};
        values << qlonglong{sourceId} << sql::fromInstant(edge.start) << sql::fromInstant(edge.end);
    }
    return values;
}

} // namespace

QString edgeSums()
{
    return QStringLiteral(
        "count(*), sum(duration_ms), sum(CASE WHEN defect_count > 0 THEN defect_count ELSE 0 END),"
        " sum(defect_count = -1) FROM event");
}

Result<Totals> totalsOfSource(SqlConnection &connection, std::int64_t sourceId, const WindowPlan &plan)
{
    const Result<QVariantList> values = valuesFor(connection, sourceId, plan);
    if (!values)
        return values.failure();
    Totals sum; // of nothing they are null, which reads as 0
    const Result<void> read =
        connection.readEach(question(connection.dialect()), *values,
                            [&sum](const QSqlQuery &row) { sum += sql::readTotals(row, 0); });
    if (!read)
        return read.failure();
    return sum;
}

} // namespace linewatch::sqltotals
