// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sqliteloader.h"

#include <algorithm>
#include <chrono>
#include <sqlite3.h>

namespace linewatch::bench {

namespace {

constexpr const char *schema = R"(
CREATE TABLE source (
    source_id INTEGER NOT NULL PRIMARY KEY,
    machine_id TEXT NOT NULL,
    line_id TEXT NOT NULL,
    factory_id TEXT NOT NULL,
    UNIQUE (machine_id, line_id, factory_id)
);
CREATE TABLE event (
    row_id INTEGER NOT NULL PRIMARY KEY,
    event_key BLOB NOT NULL,
    source_id INTEGER NOT NULL,
    event_time INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    defect_count INTEGER NOT NULL,
    received_time INTEGER NOT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX event_by_key ON event (event_key);
CREATE INDEX event_by_source_and_time ON event (source_id, event_time);
CREATE TABLE rollup (
    bucket_width INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    bucket_start INTEGER NOT NULL,
    events INTEGER NOT NULL,
    run_time_ms INTEGER NOT NULL,
    defects INTEGER NOT NULL,
    unknown_events INTEGER NOT NULL,
    PRIMARY KEY (bucket_width, source_id, bucket_start)
) WITHOUT ROWID;
)";

std::int64_t nowUs()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

SqliteLoader::~SqliteLoader()
{
    for (sqlite3_stmt *statement : {m_lookUp, m_insert, m_addSums})
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

Failure SqliteLoader::failure(const char *what) const
{
    return {
        Failure::Kind::Unavailable,
        QStringLiteral("%1: %2").arg(QString::fromUtf8(what), QString::fromUtf8(sqlite3_errmsg(m_database)))};
}

Result<void> SqliteLoader::run(const char *sql)
{
    return sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK ? Result<void>()
                                                                                 : failure(sql);
}

Result<void> SqliteLoader::prepare(const char *sql, sqlite3_stmt **statement)
{
    const int code = sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, nullptr);
    return code == SQLITE_OK ? Result<void>() : failure(sql);
}

Result<void> SqliteLoader::open(const std::string &file, int checkpointPages)
{
    if (sqlite3_open(file.c_str(), &m_database) != SQLITE_OK)
        return failure(file.c_str());
    const std::string checkpoint = "PRAGMA wal_autocheckpoint = " + std::to_string(checkpointPages);
    for (const char *sql :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA cache_size = -65536",
          "PRAGMA temp_store = MEMORY", checkpoint.c_str(), schema}) {
        if (Result<void> done = run(sql); !done)
            return done;
    }
    const std::pair<const char *, sqlite3_stmt **> statements[] = {
        {"SELECT source_id, event_time, duration_ms, defect_count, received_time, version FROM event"
         " WHERE event_key = ?",
         &m_lookUp},
        {"INSERT INTO event (event_key, source_id, event_time, duration_ms, defect_count, received_time, "
         "version)"
         " VALUES (?, ?, ?, ?, ?, ?, 1)",
         &m_insert},
        {"INSERT INTO rollup (bucket_width, source_id, bucket_start, events, run_time_ms, defects, "
         "unknown_events)"
         " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (bucket_width, source_id, bucket_start) DO UPDATE SET"
         " events = events + excluded.events, run_time_ms = run_time_ms + excluded.run_time_ms,"
         " defects = defects + excluded.defects, unknown_events = unknown_events + excluded.unknown_events",
         &m_addSums},
    };
    for (const auto &[sql, statement] : statements) {
        if (Result<void> done = prepare(sql, statement); !done)
            return done;
    }
    return addSources();
}

Result<void> SqliteLoader::addSources()
{
    if (Result<void> done = run("BEGIN IMMEDIATE"); !done)
        return done;
    sqlite3_stmt *insert = nullptr;
    if (Result<void> done = prepare("INSERT INTO source VALUES (?, ?, ?, '')", &insert); !done)
        return done;
    for (std::uint32_t machine = 0; machine < m_plan.machines; ++machine) {
        sqlite3_bind_int64(insert, 1, machine + 1);
        sqlite3_bind_text(insert, 2, machineName(machine).c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(insert, 3, lineName(m_plan, machine).c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    return run("COMMIT");
}

Result<void> SqliteLoader::commit(std::span<StreamEvent> events)
{
    std::sort(events.begin(), events.end(), [](const StreamEvent &a, const StreamEvent &b) {
        return a.idHigh != b.idHigh ? a.idHigh < b.idHigh : a.idLow < b.idLow;
    });
    if (Result<void> done = run("BEGIN IMMEDIATE"); !done)
        return done;
    const std::int64_t receivedUs = nowUs();
    for (const StreamEvent &event : events) {
        if (Result<void> done = putEvent(event, receivedUs); !done)
            return done;
    }
    if (Result<void> done = addSums(events); !done)
        return done;
    return run("COMMIT");
}

Result<void> SqliteLoader::putEvent(const StreamEvent &event, std::int64_t receivedUs)
{
    const std::array<std::uint8_t, 16> key = keyOf(event);
    sqlite3_bind_blob(m_lookUp, 1, key.data(), key.size(), SQLITE_STATIC);
    const int found = sqlite3_step(m_lookUp);
    sqlite3_reset(m_lookUp);
    if (found != SQLITE_DONE)
        return failure("An id came twice, or could not be looked up");

    sqlite3_bind_blob(m_insert, 1, key.data(), key.size(), SQLITE_STATIC);
    sqlite3_bind_int64(m_insert, 2, event.machine + 1);
    sqlite3_bind_int64(m_insert, 3, event.timeUs);
    sqlite3_bind_int(m_insert, 4, event.durationMs);
    sqlite3_bind_int(m_insert, 5, event.defects);
    sqlite3_bind_int64(m_insert, 6, receivedUs);
    const int inserted = sqlite3_step(m_insert);
    sqlite3_reset(m_insert);
    return inserted == SQLITE_DONE ? Result<void>() : failure("INSERT INTO event");
}

Result<void> SqliteLoader::addSums(std::span<const StreamEvent> events)
{
    m_sums.clear();
    for (const StreamEvent &event : events) {
        const std::int64_t second = event.timeUs / 1'000'000;
        for (const std::int32_t width : {60, 3600, 86400}) {
            m_sums.push_back({{width, event.machine + 1, second - second % width},
                              1,
                              event.durationMs,
                              event.defects < 0 ? 0 : event.defects,
                              event.defects < 0 ? 1 : 0});
        }
    }
    std::sort(m_sums.begin(), m_sums.end(), [](const Sums &a, const Sums &b) { return a.bucket < b.bucket; });
    for (std::size_t i = 0; i < m_sums.size();) {
        Sums sums = m_sums[i];
        for (++i; i < m_sums.size() && m_sums[i].bucket == sums.bucket; ++i) {
            sums.events += m_sums[i].events;
            sums.runTimeMs += m_sums[i].runTimeMs;
            sums.defects += m_sums[i].defects;
            sums.unknownEvents += m_sums[i].unknownEvents;
        }
        const std::int64_t values[] = {sums.bucket.width, sums.bucket.source, sums.bucket.start, sums.events,
                                       sums.runTimeMs,    sums.defects,       sums.unknownEvents};
        for (int value = 0; value < 7; ++value)
            sqlite3_bind_int64(m_addSums, value + 1, values[value]);
        const int added = sqlite3_step(m_addSums);
        sqlite3_reset(m_addSums);
        if (added != SQLITE_DONE)
            return failure("INSERT INTO rollup");
    }
    return {};
}

} // namespace linewatch::bench
