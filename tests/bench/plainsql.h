// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/storesums.h"

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace linewatch::bench {

/**
 * The plain aggregates over the table of events, read beside the server from its file: the baseline of the
 * questions and what their answers are held against. All that the benchmarks know of the schema stands in
 * plainsql.cpp.
 */
class PlainSql
{
public:
    /** Opens @p store to read. */
    static Result<std::unique_ptr<PlainSql>> open(const QString &store);
    ~PlainSql();

    PlainSql(const PlainSql &) = delete;
    PlainSql &operator=(const PlainSql &) = delete;

    Result<StoreSums> allSums();

private:
    explicit PlainSql(sqlite3 *database) : m_database(database) { }

    Result<sqlite3_stmt *> prepare(const char *sql);
    Failure failure(const char *what) const;

    sqlite3 *m_database;
};

} // namespace linewatch::bench
