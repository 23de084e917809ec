// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqltotals.h"

#include "storage/registryrows.h"
#include "storage/sqllineparts.h"
#include "storage/sqlsourcetotals.h"
#include "storage/sqlvalues.h"

#include <algorithm>
#include <unordered_map>

namespace linewatch::sqltotals {

namespace {

QString sourceSelect(const SqlDialect &dialect)
{
    return QStringLiteral("SELECT s.source_id, s.machine_id, s.line_id, s.factory_id, %1 FROM source s")
        .arg(dialect.lastReceived());
}

Source readSource(const QSqlQuery &row)
{
    return {
        row.value(0).toLongLong(),       MachineId(row.value(1).toString()), {},
        LineId(row.value(2).toString()), FactoryId(row.value(3).toString()), sql::toInstant(row.value(4))};
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

/** The sums of each source, or those of whole lines. */
enum class Sums { OfSources, OfLines };

/** Where the buckets of a range are; rangeValues() are its values. */
QString fromRange(Sums sums = Sums::OfSources)
{
    const QString table =
        sums == Sums::OfLines ? QStringLiteral("line_bucket") : QStringLiteral("rollup_bucket");
    return QStringLiteral(" FROM %1 r"
                          " WHERE r.bucket_width = ? AND r.bucket_start >= ? AND r.bucket_start < ?")
        .arg(table);
}

QVariantList rangeValues(const BucketRange &range)
{
    return {static_cast<std::int32_t>(range.width), qlonglong{sql::toSeconds(range.window.start)},
            qlonglong{sql::toSeconds(range.window.end)}};
}

/** Says of each source for which lines it counts. */
Result<void> assignLines(SqlConnection &connection, const MachineId &only, std::vector<Source> &sources)
{
    std::map<MachineId, LineAssignments> known;
    if (std::ranges::any_of(sources, [](const Source &source) { return source.statedLine.isEmpty(); })) {
        Result<std::map<MachineId, LineAssignments>> read = registryrows::assignments(connection, only);
        if (!read)
            return read.failure();
        known = std::move(*read);
    }
    for (Source &source : sources) {
        if (const auto own = known.find(source.machineId); source.statedLine.isEmpty() && own != known.end())
            source.assignments = own->second;
        source.line = source.lineAt(source.lastReceived);
    }
    return {};
}

Result<std::vector<Source>> filteredSources(SqlConnection &connection, const TotalsFilter &filter)
{
    std::vector<Source> found;
    const Result<void> read = connection.readEach(
        sourceSelect(connection.dialect()) + QStringLiteral(" WHERE 1 = 1") + filterSql(filter),
        filterValues(filter), [&found](const QSqlQuery &row) { found.push_back(readSource(row)); });
    if (!read)
        return read.failure();
    if (Result<void> done = assignLines(connection, filter.machineId, found); !done)
        return done.failure();
    return found;
}

using TotalsById = std::unordered_map<std::int64_t, Totals>;

/** Asks a question whose columns are source and the four sums, and adds what it gives. */
Result<void> addRows(SqlConnection &connection, const QString &question, const QVariantList &values,
                     TotalsById &sums)
{
    return connection.readEach(question, values, [&sums](const QSqlQuery &row) {
        sums[row.value(0).toLongLong()] += sql::readTotals(row, 1);
    });
}

Result<void> addEdge(SqlConnection &connection, TimeWindow edge, TotalsById &sums)
{
    return addRows(connection,
                   QStringLiteral("SELECT source_id, ") + edgeSums()
                       + QStringLiteral(" WHERE event_time >= ? AND event_time < ? GROUP BY source_id"),
                   {sql::fromInstant(edge.start), sql::fromInstant(edge.end)}, sums);
}

Result<void> addBuckets(SqlConnection &connection, Sums which, const BucketRange &range, TotalsById &sums)
{
    return addRows(connection,
                   QStringLiteral("SELECT r.source_id, sum(r.events), sum(r.run_time_ms), sum(r.defects),"
                                  " sum(r.unknown_events)")
                       + fromRange(which) + QStringLiteral(" GROUP BY r.source_id"),
                   rangeValues(range), sums);
}

/** The sums of every source, or of every line. */
Result<void> addAll(SqlConnection &connection, Sums which, const WindowPlan &plan, TotalsById &sums)
{
    for (const TimeWindow &edge : plan.edges) {
        if (Result<void> done = addEdge(connection, edge, sums); !done)
            return done;
    }
    for (const BucketRange &range : plan.buckets) {
        if (Result<void> done = addBuckets(connection, which, range, sums); !done)
            return done;
    }
    return {};
}

Result<TotalsById> sumsOf(SqlConnection &connection, const TotalsFilter &filter, const WindowPlan &plan,
                          const std::vector<Source> &sources)
{
    TotalsById sums;
    if (filter.machineId.isEmpty()) {
        if (Result<void> done = addAll(connection, Sums::OfSources, plan, sums); !done)
            return done.failure();
        return sums;
    }
    for (const Source &source : sources) {
        const Result<Totals> sum = totalsOfSource(connection, source.sourceId, plan);
        if (!sum)
            return sum.failure();
        sums[source.sourceId] = *sum;
    }
    return sums;
}

std::vector<SourceTotals> withTotals(std::vector<Source> sources, const TotalsById &sums)
{
    std::vector<SourceTotals> found;
    for (Source &source : sources) {
        if (const auto sum = sums.find(source.sourceId); sum != sums.end() && sum->second != Totals{})
            found.push_back({std::move(source), sum->second});
    }
    return found;
}

/** "AND ..." for a window, where there is one; withinValues() are its values. */
QString within(const std::optional<TimeWindow> &window)
{
    return window ? QStringLiteral(" AND event_time >= ? AND event_time < ?") : QString();
}

QVariantList withinValues(const std::optional<TimeWindow> &window)
{
    if (!window)
        return {};
    return {sql::fromInstant(window->start), sql::fromInstant(window->end)};
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
    return byLine(connection, plan, withTotals(std::move(*sources), *sums));
}

Result<std::vector<SourceTotals>> lineTotals(SqlConnection &connection, const FactoryId &factoryId,
                                             const WindowPlan &plan)
{
    Result<std::vector<Source>> sources = filteredSources(connection, {{}, factoryId});
    if (!sources)
        return sources.failure();
    TotalsById sums; // of edges by each source, of buckets by the one that stands for the line
    if (Result<void> done = addAll(connection, Sums::OfLines, plan, sums); !done)
        return done.failure();
    return byLine(connection, plan, withTotals(std::move(*sources), sums));
}

Result<std::unordered_map<std::int64_t, Totals>> totalsOfAll(SqlConnection &connection,
                                                             const WindowPlan &plan)
{
    TotalsById sums;
    if (Result<void> done = addAll(connection, Sums::OfSources, plan, sums); !done)
        return done.failure();
    return sums;
}

Result<std::vector<MinuteTotals>> minuteTotals(SqlConnection &connection, TimeWindow window)
{
    std::vector<MinuteTotals> found;
    const Result<void> read = connection.readEach(
        QStringLiteral(
            "SELECT r.source_id, r.bucket_start, sum(r.events), sum(r.run_time_ms), sum(r.defects),"
            " sum(r.unknown_events)")
            + fromRange() + QStringLiteral(" GROUP BY r.bucket_start, r.source_id"),
        rangeValues({BucketWidth::Minute, window}), [&found](const QSqlQuery &row) {
            found.push_back({row.value(0).toLongLong(), sql::fromSeconds(row.value(1).toLongLong()),
                             sql::readTotals(row, 2)});
        });
    if (!read)
        return read.failure();
    return found;
}

Result<std::vector<StepTotals>> stepTotals(SqlConnection &connection, const StepPlan &plan)
{
    // All together are as many as all lines together, which are far fewer rows.
    const Sums which = !plan.bySource && plan.sources.empty() ? Sums::OfLines : Sums::OfSources;
    // How far into its step a bucket lies is taken away: integer division is not the same in every engine.
    const QString source = plan.bySource ? QStringLiteral("r.source_id") : QStringLiteral("0");
    QStringList among;
    for (const std::int64_t id : plan.sources)
        among += QString::number(id);
    const QString question =
        QStringLiteral("SELECT %1 AS part, r.bucket_start - (r.bucket_start - ?) % ? AS step_start,"
                       " sum(r.events), sum(r.run_time_ms), sum(r.defects), sum(r.unknown_events)")
            .arg(source)
        + fromRange(which)
        + (among.isEmpty() ? QString()
                           : QStringLiteral(" AND r.source_id IN (%1)").arg(among.join(QLatin1Char(','))))
        + QStringLiteral(" GROUP BY part, step_start");
    const std::int64_t origin = sql::toSeconds(plan.origin);
    const QVariantList values{qlonglong{origin}, qlonglong{plan.step.count()}};
    std::vector<StepTotals> found;
    const Result<void> read =
        connection.readEach(question, values + rangeValues(plan.buckets), [&](const QSqlQuery &row) {
            const std::int64_t step = (row.value(1).toLongLong() - origin) / plan.step.count();
            found.push_back(
                {row.value(0).toLongLong(), static_cast<std::size_t>(step), sql::readTotals(row, 2)});
        });
    if (!read)
        return read.failure();
    return found;
}

Result<std::vector<Source>> sources(SqlConnection &connection)
{
    return filteredSources(connection, {});
}

Result<std::vector<Source>> sourcesOf(SqlConnection &connection, const MachineId &machineId)
{
    return filteredSources(connection, {machineId, {}});
}

Result<std::optional<Instant>> lastEventTime(SqlConnection &connection, std::int64_t sourceId,
                                             std::optional<TimeWindow> window)
{
    const Result<QVariant> newest = connection.readValue(
        QStringLiteral("SELECT max(event_time) FROM event WHERE source_id = ?") + within(window),
        QVariantList{qlonglong{sourceId}} + withinValues(window));
    if (!newest)
        return newest.failure();
    return newest->isNull() ? std::optional<Instant>{} : std::optional(sql::toInstant(*newest));
}

Result<std::unordered_map<std::int64_t, Instant>> lastEventTimes(SqlConnection &connection,
                                                                 std::optional<TimeWindow> window)
{
    // One look into the index for each source; max() would have MariaDB read all of its entries.
    std::unordered_map<std::int64_t, Instant> found;
    const Result<void> read = connection.readEach(
        QStringLiteral(
            "SELECT s.source_id, (SELECT e.event_time FROM event e WHERE e.source_id = s.source_id%1"
            " ORDER BY e.event_time DESC LIMIT 1) FROM source s")
            .arg(within(window)),
        withinValues(window), [&found](const QSqlQuery &row) {
            if (!row.value(1).isNull())
                found.emplace(row.value(0).toLongLong(), sql::toInstant(row.value(1)));
        });
    if (!read)
        return read.failure();
    return found;
}

} // namespace linewatch::sqltotals
