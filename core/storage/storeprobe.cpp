// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storeprobe.h"

namespace linewatch {

namespace {

/** Each makes SQLite read the pages, not only count them. */
constexpr const char *questions[] = {
    "SELECT max(rowid) FROM schema_step",
    "SELECT max(value) FROM store_state",
    "SELECT max(machine_id) FROM machine",
    "SELECT max(last_received) FROM source",
    "SELECT max(machine_id), max(line_id), max(factory_id) FROM source",
    "SELECT max(filter) FROM key_run",
    "SELECT max(run_id) FROM key_block",
    "SELECT max(event_key) FROM event"
    " WHERE row_id > coalesce((SELECT value FROM store_state WHERE name = 'keys_indexed'), 0)",
    "SELECT max(event_time) FROM event",
    "SELECT event_time FROM event ORDER BY source_id DESC, event_time DESC LIMIT 1",
    "SELECT max(superseded_at) FROM event_revision",
    "SELECT superseded_at FROM event_revision ORDER BY event_key DESC LIMIT 1",
    "SELECT raw FROM rejected_event ORDER BY received_time DESC LIMIT 1",
    "SELECT revision FROM registry_state",
    "SELECT max(notes), max(name) FROM registry_machine",
    "SELECT max(notes), max(name) FROM registry_line",
    "SELECT max(line_id) FROM line_assignment",
    "SELECT max(what) FROM registry_change",
};

constexpr const char *newestBucket =
    "SELECT events FROM %1 WHERE bucket_width = %2 ORDER BY bucket_start DESC, source_id DESC LIMIT 1";

Result<void> read(SqlConnection &connection, const QString &question)
{
    const Result<QVariant> value = connection.readValue(question);
    return value ? Result<void>{} : value.failure();
}

} // namespace

Result<void> probe(SqlConnection &connection)
{
    for (const char *question : questions) {
        if (Result<void> done = read(connection, QString::fromLatin1(question)); !done)
            return done;
    }
    for (const char *table : {"rollup_bucket", "line_bucket"}) {
        for (const int width : {60, 3'600, 86'400}) {
            const QString question =
                QString::fromLatin1(newestBucket).arg(QString::fromLatin1(table)).arg(width);
            if (Result<void> done = read(connection, question); !done)
                return done;
        }
    }
    return {};
}

} // namespace linewatch
