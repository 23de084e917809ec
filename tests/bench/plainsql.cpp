// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plainsql.h"

#include <sqlite3.h>

namespace linewatch::bench {

namespace {

constexpr const char *allSumsSql =
    "SELECT count(*), coalesce(sum(duration_ms), 0), coalesce(sum(max(defect_count, 0)), 0),"
    " coalesce(sum(defect_count < 0), 0), coalesce(sum(event_time / 1000000), 0) FROM event";

constexpr const char *statsSql =
    "SELECT count(*), coalesce(sum(max(e.defect_count, 0)), 0), coalesce(sum(e.defect_count < 0), 0),"
    " coalesce(sum(e.duration_ms), 0), max(e.event_time) FROM event e JOIN source s ON s.source_id = "
    "e.source_id"
    " WHERE s.machine_id = ?1 AND e.event_time >= ?2 AND e.event_time < ?3";

// The same, with signs before the columns that keep SQLite from an index over them: how it goes where nobody
// made one.
constexpr const char *statsScanSql =
    "SELECT count(*), coalesce(sum(max(e.defect_count, 0)), 0), coalesce(sum(e.defect_count < 0), 0),"
    " coalesce(sum(e.duration_ms), 0), max(e.event_time) FROM source s CROSS JOIN event e"
    " WHERE s.machine_id = ?1 AND +e.source_id = s.source_id AND +e.event_time >= ?2 AND +e.event_time < ?3";

// The events of the stream all state their line.
constexpr const char *topLinesSql =
    "SELECT s.line_id, sum(max(e.defect_count, 0)) AS defects, count(*) AS events"
    " FROM event e JOIN source s ON s.source_id = e.source_id WHERE e.event_time >= ?2 AND e.event_time < ?3"
    " GROUP BY s.line_id HAVING sum(max(e.defect_count, 0)) > 0 ORDER BY defects DESC, events DESC, s.line_id"
    " LIMIT 10";

// The same, with a sign before the column that keeps SQLite from an index over it.
constexpr const char *topLinesScanSql =
    "SELECT s.line_id, sum(max(e.defect_count, 0)) AS defects, count(*) AS events"
    " FROM event e CROSS JOIN source s ON s.source_id = e.source_id"
    " WHERE +e.event_time >= ?2 AND +e.event_time < ?3"
    " GROUP BY s.line_id HAVING sum(max(e.defect_count, 0)) > 0 ORDER BY defects DESC, events DESC, s.line_id"
    " LIMIT 10";

const char *sqlOf(Subject subject)
{
    return subject == Subject::Stats ? statsSql : topLinesSql;
}

void bind(sqlite3_stmt *query, const Question &question)
{
    if (question.subject == Subject::Stats)
        sqlite3_bind_text(query, 1, question.machine.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(query, 2, question.startUs);
    sqlite3_bind_int64(query, 3, question.endUs);
}

std::string textAt(sqlite3_stmt *query, int column)
{
    return reinterpret_cast<const char *>(sqlite3_column_text(query, column));
}

} // namespace

Result<std::unique_ptr<PlainSql>> PlainSql::open(const QString &store)
{
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(store.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    std::unique_ptr<PlainSql> sql(new PlainSql(database));
    if (code != SQLITE_OK)
        return sql->failure(store.toUtf8().constData());
    sqlite3_exec(database, "PRAGMA cache_size = -65536", nullptr, nullptr, nullptr);
    return sql;
}

PlainSql::~PlainSql()
{
    for (const auto &[sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

Failure PlainSql::failure(const char *what) const
{
    return {
        Failure::Kind::Unavailable,
        QStringLiteral("%1: %2").arg(QString::fromUtf8(what), QString::fromUtf8(sqlite3_errmsg(m_database)))};
}

Result<sqlite3_stmt *> PlainSql::prepared(const char *sql)
{
    sqlite3_stmt *&statement = m_statements[sql];
    if (!statement && sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
        return failure(sql);
    sqlite3_reset(statement);
    return statement;
}

Result<StoreSums> PlainSql::allSums()
{
    const Result<sqlite3_stmt *> query = prepared(allSumsSql);
    if (!query)
        return query.failure();
    if (sqlite3_step(*query) != SQLITE_ROW)
        return failure(allSumsSql);
    const StoreSums sums{sqlite3_column_int64(*query, 0), sqlite3_column_int64(*query, 1),
                         sqlite3_column_int64(*query, 2), sqlite3_column_int64(*query, 3),
                         sqlite3_column_int64(*query, 4)};
    sqlite3_reset(*query);
    return sums;
}

Result<PlainStats> PlainSql::stats(const Question &question, Access access)
{
    const char *sql = access == Access::Scan ? statsScanSql : statsSql;
    const Result<sqlite3_stmt *> query = prepared(sql);
    if (!query)
        return query.failure();
    bind(*query, question);
    if (sqlite3_step(*query) != SQLITE_ROW)
        return failure(sql);
    PlainStats stats{sqlite3_column_int64(*query, 0), sqlite3_column_int64(*query, 1),
                     sqlite3_column_int64(*query, 2), sqlite3_column_int64(*query, 3), std::nullopt};
    if (sqlite3_column_type(*query, 4) != SQLITE_NULL)
        stats.lastEventUs = sqlite3_column_int64(*query, 4);
    sqlite3_reset(*query);
    return stats;
}

Result<std::vector<PlainLine>> PlainSql::topLines(const Question &question, Access access)
{
    const char *sql = access == Access::Scan ? topLinesScanSql : topLinesSql;
    const Result<sqlite3_stmt *> query = prepared(sql);
    if (!query)
        return query.failure();
    bind(*query, question);
    std::vector<PlainLine> lines;
    int code = 0;
    while ((code = sqlite3_step(*query)) == SQLITE_ROW)
        lines.push_back(
            {textAt(*query, 0), sqlite3_column_int64(*query, 1), sqlite3_column_int64(*query, 2)});
    sqlite3_reset(*query);
    return code == SQLITE_DONE ? Result<std::vector<PlainLine>>(lines) : failure(sql);
}

Result<QString> PlainSql::way(Subject subject)
{
    const std::string sql = std::string("EXPLAIN QUERY PLAN ") + sqlOf(subject);
    sqlite3_stmt *query = nullptr;
    if (sqlite3_prepare_v2(m_database, sql.c_str(), -1, &query, nullptr) != SQLITE_OK)
        return failure(sql.c_str());
    QStringList steps;
    while (sqlite3_step(query) == SQLITE_ROW)
        steps += QString::fromStdString(textAt(query, 3));
    sqlite3_finalize(query);
    return steps.join(QStringLiteral("; "));
}

} // namespace linewatch::bench
