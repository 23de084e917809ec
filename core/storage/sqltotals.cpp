// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqltotals.h"

#include "storage/sqlvalues.h"

#include <unordered_map>

namespace linewatch::sqltotals {

namespace {

QString sourceSelect(const SqlDialect &dialect)
{
    return QStringLiteral("SELECT s.source_id, s.machine_id, %1, s.line_id, s.factory_id, %2"
                          " FROM source s LEFT JOIN machine m ON m.machine_id = s.machine_id")
        .arg(sql::effectiveLine(), dialect.lastReceived());
}

Source readSource(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(),          MachineId(row.value(1).toString()),
            LineId(row.value(2).toString()),    LineId(row.value(3).toString()),
            FactoryId(row.value(4).toString()), sql::toInstant(row.value(5))};
}

/** "AND ..." for the filters that are set; filterValues() are theirs. */
QString filterSql(const TotalsFilter &filter)
{
    QString sql;
    if (!filter.machineId.isEmpty())
        sql += QStringLiteral(" AND s.machine_id = ?");
    if (!filter.factoryId.isEmpty())
        sql += QStringLiteral(" AND s.factory_id = ?");
    return sql;
}

QVariantList filterValues(const TotalsFilter &filter)
{
    QVariantList values;
    if (!filter.machineId.isEmpty())
        values += filter.machineId.toString();
    if (!filter.factoryId.isEmpty())
        values += filter.factoryId.toString();
    return values;
}

/** Where the buckets of a range are; rangeValues() are its values. */
QString fromRange()
{
    return QStringLiteral(" FROM rollup_bucket r"
                          " WHERE r.bucket_width = ? AND r.bucket_start >= ? AND r.bucket_start < ?");
}

QVariantList rangeValues(const BucketRange &range)
{
    return {static_cast<std::int32_t>(range.width), qlonglong{sql::toSeconds(range.window.start)},
            qlonglong{sql::toSeconds(range.window.end)}};
}

/** Reads the four sums from column @p first on. */
Totals readTotals(const QSqlQuery &row, int first)
{
    return {row.value(first).toLongLong(), row.value(first + 1).toLongLong(),
            row.value(first + 2).toLongLong(), row.value(first + 3).toLongLong()};
}

Result<std::vector<Source>> filteredSources(SqlConnection &connection, const TotalsFilter &filter)
{
    Result<QSqlQuery> query = connection.ask(
        sourceSelect(connection.dialect()) + QStringLiteral(" WHERE 1 = 1") + filterSql(filter), filterValues(filter));
    if (!query)
        return query.failure();
    std::vector<Source> found;
    while (query->next())
        found.push_back(readSource(*query));
    return found;
}

using TotalsById = std::unordered_map<std::int64_t, Totals>;

/** Asks a question whose columns are source and the four sums, and adds what it gives. */
Result<void> addRows(SqlConnection &connection, const QString &question, const QVariantList &values,
                     TotalsById &sums)
{
    Result<QSqlQuery> query = connection.ask(question, values);
    if (!query)
        return query.failure();
    while (query->next())
        sums[query->value(0).toLongLong()] += readTotals(*query, 1);
    return {};
}

/** What an edge sums, from event e. */
QString edgeSums()
{
    return QStringLiteral("SELECT e.source_id, count(*), sum(e.duration_ms), sum(CASE WHEN e.defect_count > 0"
                          " THEN e.defect_count ELSE 0 END), sum(e.defect_count = -1) FROM event e");
}

Result<void> addEdge(SqlConnection &connection, TimeWindow edge, TotalsById &sums)
{
    return addRows(connection,
                   edgeSums() + QStringLiteral(" WHERE e.event_time >= ? AND e.event_time < ? GROUP BY e.source_id"),
                   {sql::fromInstant(edge.start), sql::fromInstant(edge.end)}, sums);
}

Result<void> addEdgeOf(SqlConnection &connection, std::int64_t sourceId, TimeWindow edge, TotalsById &sums)
{
    return addRows(connection,
                   edgeSums() + QStringLiteral(" WHERE e.source_id = ? AND e.event_time >= ? AND e.event_time < ?"
                                               " GROUP BY e.source_id"),
                   {qlonglong{sourceId}, sql::fromInstant(edge.start), sql::fromInstant(edge.end)}, sums);
}

QString bucketSums()
{
    return QStringLiteral("SELECT r.source_id, sum(r.events), sum(r.run_time_ms), sum(r.defects),"
                          " sum(r.unknown_events)");
}

Result<void> addBuckets(SqlConnection &connection, const BucketRange &range, TotalsById &sums)
{
    return addRows(connection, bucketSums() + fromRange() + QStringLiteral(" GROUP BY r.source_id"),
                   rangeValues(range), sums);
}

Result<void> addBucketsOf(SqlConnection &connection, std::int64_t sourceId, const BucketRange &range,
                          TotalsById &sums)
{
    const BucketSpan span{static_cast<std::int32_t>(range.width), sql::toSeconds(range.window.start),
                          sql::toSeconds(range.window.end)};
    return addRows(connection,
                   bucketSums() + connection.dialect().bucketsOfSource(sourceId, span)
                       + QStringLiteral(" GROUP BY r.source_id"),
                   {}, sums);
}

/** The sums of one source. */
Result<void> addSource(SqlConnection &connection, std::int64_t sourceId, const WindowPlan &plan, TotalsById &sums)
{
    for (const TimeWindow &edge : plan.edges) {
        if (Result<void> done = addEdgeOf(connection, sourceId, edge, sums); !done)
            return done;
    }
    for (const BucketRange &range : plan.buckets) {
        if (Result<void> done = addBucketsOf(connection, sourceId, range, sums); !done)
            return done;
    }
    return {};
}

/** The sums of every source. */
Result<void> addAll(SqlConnection &connection, const WindowPlan &plan, TotalsById &sums)
{
    for (const TimeWindow &edge : plan.edges) {
        if (Result<void> done = addEdge(connection, edge, sums); !done)
            return done;
    }
    for (const BucketRange &range : plan.buckets) {
        if (Result<void> done = addBuckets(connection, range, sums); !done)
            return done;
    }
    return {};
}

Result<TotalsById> sumsOf(SqlConnection &connection, const TotalsFilter &filter, const WindowPlan &plan,
                          const std::vector<Source> &sources)
{
    TotalsById sums;
    if (filter.machineId.isEmpty()) {
        if (Result<void> done = addAll(connection, plan, sums); !done)
            return done.failure();
        return sums;
    }
    for (const Source &source : sources) {
        if (Result<void> done = addSource(connection, source.sourceId, plan, sums); !done)
            return done.failure();
    }
    return sums;
}

} // namespace

Result<std::vector<SourceTotals>> totals(SqlConnection &connection, const TotalsFilter &filter,
                                         const WindowPlan &plan)
{
    Result<std::vector<Source>> sources = filteredSources(connection, filter);
    if (!sources)
        return sources.failure();
    const Result<TotalsById> sums = sumsOf(connection, filter, plan, *sources);
    if (!sums)
        return sums.failure();
    std::vector<SourceTotals> found;
    for (Source &source : *sources) {
        if (const auto sum = sums->find(source.sourceId); sum != sums->end() && sum->second.events > 0)
            found.push_back({std::move(source), sum->second});
    }
    return found;
}

Result<std::vector<MinuteTotals>> minuteTotals(SqlConnection &connection, TimeWindow window)
{
    Result<QSqlQuery> query = connection.ask(
        QStringLiteral("SELECT r.source_id, r.bucket_start, sum(r.events), sum(r.run_time_ms), sum(r.defects),"
                       " sum(r.unknown_events)")
            + fromRange() + QStringLiteral(" GROUP BY r.bucket_start, r.source_id"),
        rangeValues({BucketWidth::Minute, window}));
    if (!query)
        return query.failure();
    std::vector<MinuteTotals> found;
    while (query->next()) {
        found.push_back({query->value(0).toLongLong(), sql::fromSeconds(query->value(1).toLongLong()),
                         readTotals(*query, 2)});
    }
    return found;
}

Result<std::vector<StepTotals>> stepTotals(SqlConnection &connection, const StepPlan &plan)
{
    // How far into its step a bucket lies is taken away: integer division is not the same in every engine.
    const QString source = plan.bySource ? QStringLiteral("r.source_id") : QStringLiteral("0");
    const QString question =
        QStringLiteral("SELECT %1 AS part, r.bucket_start - (r.bucket_start - ?) % ? AS step_start,"
                       " sum(r.events), sum(r.run_time_ms), sum(r.defects), sum(r.unknown_events)")
            .arg(source)
        + fromRange() + QStringLiteral(" GROUP BY part, step_start");
    const std::int64_t origin = sql::toSeconds(plan.origin);
    const QVariantList values{qlonglong{origin}, qlonglong{plan.step.count()}};
    Result<QSqlQuery> query = connection.ask(question, values + rangeValues(plan.buckets));
    if (!query)
        return query.failure();
    std::vector<StepTotals> found;
    while (query->next()) {
        const std::int64_t step = (query->value(1).toLongLong() - origin) / plan.step.count();
        found.push_back(
            {query->value(0).toLongLong(), static_cast<std::size_t>(step), readTotals(*query, 2)});
    }
    return found;
}

Result<std::vector<Source>> sources(SqlConnection &connection)
{
    return filteredSources(connection, {});
}

Result<std::optional<Instant>> lastEventTime(SqlConnection &connection, std::int64_t sourceId,
                                             std::optional<TimeWindow> window)
{
    QString question = QStringLiteral("SELECT max(event_time) FROM event WHERE source_id = ?");
    QVariantList values{qlonglong{sourceId}};
    if (window) {
        question += QStringLiteral(" AND event_time >= ? AND event_time < ?");
        values << sql::fromInstant(window->start) << sql::fromInstant(window->end);
    }
    Result<QSqlQuery> query = connection.ask(question, values);
    if (!query)
        return query.failure();
    if (!query->next() || query->value(0).isNull())
        return std::optional<Instant>{};
    return std::optional(sql::toInstant(query->value(0)));
}

} // namespace linewatch::sqltotals
