// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/stream.h"
#include "model/failure.h"

#include <compare>
#include <span>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace linewatch::bench {

/**
 * The baseline (a): events into SQLite with nothing around it. Straightforward code on sqlite3_*, in the
 * manner of C: one prepared lookup and one prepared insert an event, in the order of the keys; the sums by
 * minute, hour and day added up in memory and then added to the table in its order; each commit synced to the
 * disk. No HTTP, no JSON, no rules but "an id is there once".
 */
class SqliteLoader
{
public:
    static constexpr std::int64_t CommitEvents = 16'000;

    explicit SqliteLoader(const StreamPlan &plan) : m_plan(plan) { }
    ~SqliteLoader();

    SqliteLoader(const SqliteLoader &) = delete;
    SqliteLoader &operator=(const SqliteLoader &) = delete;

    /** Makes the store. @p checkpointPages is SQLite's wal_autocheckpoint. */
    Result<void> open(const std::string &file, int checkpointPages);

    /** One transaction; sorts @p events. */
    Result<void> commit(std::span<StreamEvent> events);

private:
    /** Width and start in seconds; in the order of the table's key. */
    struct Bucket {
        std::int32_t width;
        std::uint32_t source;
        std::int64_t start;

        friend auto operator<=>(const Bucket &, const Bucket &) = default;
    };
    struct Sums {
        Bucket bucket;
        std::int64_t events;
        std::int64_t runTimeMs;
        std::int64_t defects;
        std::int64_t unknownEvents;
    };

    Result<void> run(const char *sql);
    Result<void> prepare(const char *sql, sqlite3_stmt **statement);
    Result<void> addSources();
    Result<void> putEvent(const StreamEvent &event, std::int64_t receivedUs);
    Result<void> addSums(std::span<const StreamEvent> events);
    Failure failure(const char *what) const;

    StreamPlan m_plan;
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_lookUp = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_addSums = nullptr;
    std::vector<Sums> m_sums;
};

} // namespace linewatch::bench
