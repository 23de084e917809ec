// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/answer.h"
#include "bench/storesums.h"

#include <map>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace linewatch::bench {

/** How plain SQL reaches the events of a window. */
enum class Access : std::uint8_t {
    Planned, ///< as SQLite plans it
    Scan     ///< through the whole table, as without an index; over most of it that is the faster way
};

/**
 * The plain aggregates over the table of events, read beside the server from its file: the baseline of the
 * questions and what their answers are held against. All that the benchmarks know of the schema stands in
 * plainsql.cpp.
 */
class PlainSql
{
public:
    /** Opens @p store to read, with a cache of 64 MB. */
    static Result<std::unique_ptr<PlainSql>> open(const QString &store);
    ~PlainSql();

    PlainSql(const PlainSql &) = delete;
    PlainSql &operator=(const PlainSql &) = delete;

    Result<StoreSums> allSums();
    Result<PlainStats> stats(const Question &question, Access access);
    Result<std::vector<PlainLine>> topLines(const Question &question, Access access);

    /** How SQLite goes about the question: EXPLAIN QUERY PLAN in one line. */
    Result<QString> way(Subject subject);

private:
    explicit PlainSql(sqlite3 *database) : m_database(database) { }

    /** Prepared once, reset at each call. */
    Result<sqlite3_stmt *> prepared(const char *sql);
    Failure failure(const char *what) const;

    sqlite3 *m_database;
    std::map<const char *, sqlite3_stmt *> m_statements;
};

} // namespace linewatch::bench
