// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plainsql.h"

#include <sqlite3.h>

namespace linewatch::bench {

namespace {

constexpr const char *allSumsSql =
    "SELECT count(*), coalesce(sum(duration_ms), 0), coalesce(sum(max(defect_count, 0)), 0),"
    " coalesce(sum(defect_count < 0), 0), coalesce(sum(event_time / 1000000), 0) FROM event";

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
    sqlite3_close_v2(m_database);
}

Failure PlainSql::failure(const char *what) const
{
    return {
        Failure::Kind::Unavailable,
        QStringLiteral("%1: %2").arg(QString::fromUtf8(what), QString::fromUtf8(sqlite3_errmsg(m_database)))};
}

Result<sqlite3_stmt *> PlainSql::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
        return failure(sql);
    return statement;
}

Result<StoreSums> PlainSql::allSums()
{
    const Result<sqlite3_stmt *> prepared = prepare(allSumsSql);
    if (!prepared)
        return prepared.failure();
    sqlite3_stmt *query = *prepared;
    const int code = sqlite3_step(query);
    const StoreSums sums{sqlite3_column_int64(query, 0), sqlite3_column_int64(query, 1),
                         sqlite3_column_int64(query, 2), sqlite3_column_int64(query, 3),
                         sqlite3_column_int64(query, 4)};
    sqlite3_finalize(query);
    if (code != SQLITE_ROW)
        return failure(allSumsSql);
    return sums;
}

} // namespace linewatch::bench
