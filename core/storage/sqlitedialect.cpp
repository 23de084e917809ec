// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitedialect.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace linewatch {

namespace {

// https://www.sqlite.org/rescode.html; the low byte is the primary code.
enum PrimaryCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NoDatabase = 26
};

constexpr int busyTimeoutMs = 2000;

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xFF;
}

Sentence reasonInWords(const QSqlError &error)
{
    const int code = primaryCode(error);
    switch (code) {
    case Busy:
    case Locked:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "another program keeps it locked"));
    case ReadOnly:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "it may not be changed"));
    case IoError:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the disk cannot be read or written"));
    case Corrupt:
        return Sentence(
            QT_TRANSLATE_NOOP("Failure", "the file is damaged; linewatchd check says what is wrong with it"));
    case Full:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the disk is full"));
    case CannotOpen:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the file cannot be opened"));
    case NoDatabase:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the file is no database"));
    default:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "SQLite reports error %1 (%2)"), QString::number(code),
                        error.databaseText());
    }
}

} // namespace

QString SqliteDialect::displayText() const
{
    return QStringLiteral("SQLite %1").arg(m_path);
}

QString SqliteDialect::driverName() const
{
    return QStringLiteral("QSQLITE");
}

void SqliteDialect::configure(QSqlDatabase &database, int /*endpoint*/) const
{
    database.setDatabaseName(m_path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    if (m_file == File::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database.setConnectOptions(options);
}

QStringList SqliteDialect::sessionSetup(bool readOnly) const
{
    QStringList statements{
        QStringLiteral("PRAGMA synchronous = FULL"),
        QStringLiteral("PRAGMA temp_store = MEMORY"),
        QStringLiteral("PRAGMA journal_size_limit = 67108864"),
        // Pages that are written at each commit go into the database once for many commits.
        QStringLiteral("PRAGMA wal_autocheckpoint = 16384"),
        // Debian's SQLite overwrites what is deleted; a store of machine events keeps no secrets.
        QStringLiteral("PRAGMA secure_delete = OFF"),
    };
    // A file that is only read stays in the mode that it has: a backup has no log.
    if (m_file == File::Ours)
        statements.prepend(QStringLiteral("PRAGMA journal_mode = WAL"));
    // Enough for the upper levels of indexes: four times as much made nothing faster (docs/performance.md).
    statements +=
        readOnly ? QStringLiteral("PRAGMA cache_size = -8192") : QStringLiteral("PRAGMA cache_size = -16384");
    if (readOnly)
        statements += QStringLiteral("PRAGMA query_only = ON");
    return statements;
}

QString SqliteDialect::engineText() const
{
    return QStringLiteral("SELECT 'SQLite ' || sqlite_version()");
}

QString SqliteDialect::storeBytes() const
{
    return QStringLiteral("SELECT p.page_count * s.page_size FROM pragma_page_count p, pragma_page_size s");
}

QString SqliteDialect::countTables() const
{
    return QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?");
}

QString SqliteDialect::migrationsPath() const
{
    return QStringLiteral(":/linewatch/storage/migrations/sqlite");
}

QString SqliteDialect::beginMigration() const
{
    return QStringLiteral("SELECT 1"); // storage/storelock.h keeps others out
}

QString SqliteDialect::endMigration() const
{
    return beginMigration();
}

QString SqliteDialect::recordStep() const
{
    return QStringLiteral("INSERT INTO schema_step (migration, step) VALUES (?, ?) ON CONFLICT DO NOTHING");
}

QString SqliteDialect::beginRead() const
{
    return QStringLiteral("BEGIN");
}

QString SqliteDialect::beginWrite() const
{
    // A deferred BEGIN fails at its first write under another writer (SQLITE_BUSY_SNAPSHOT, 517).
    return QStringLiteral("BEGIN IMMEDIATE");
}

QString SqliteDialect::eventIdText(const QString &column) const
{
    // storage/eventkey.h: 16 bytes are a UUID, a trailing NUL belongs to the key and not to the id.
    return QStringLiteral(
               "CASE WHEN length(%1) = 16 THEN lower("
               "substr(hex(%1), 1, 8) || '-' || substr(hex(%1), 9, 4) || '-' || substr(hex(%1), 13, 4)"
               " || '-' || substr(hex(%1), 17, 4) || '-' || substr(hex(%1), 21))"
               " WHEN length(%1) = 17 AND substr(%1, 17) = x'00' THEN CAST(substr(%1, 1, 16) AS TEXT)"
               " ELSE CAST(%1 AS TEXT) END")
        .arg(column);
}

QString SqliteDialect::newestStamps() const
{
    return QStringLiteral("SELECT 0, value FROM store_state WHERE name = 'last_stamp'");
}

QString SqliteDialect::committedStamp(std::int64_t /*owner*/) const
{
    return QStringLiteral("SELECT value FROM store_state WHERE name = 'last_stamp'");
}

QString SqliteDialect::changedMinutes() const
{
    return QStringLiteral("SELECT bucket_start FROM minute_change"
                          " WHERE bucket_start >= ? AND ? = 0 AND last_stamp > ? ORDER BY bucket_start");
}

QString SqliteDialect::lastReceived() const
{
    return QStringLiteral("s.last_received");
}

/** They lie apart, each among those of all sources at the same time: one look for each bucket there may be.
 */
QString SqliteDialect::bucketsOfSource(int ranges) const
{
    return QStringLiteral("WITH RECURSIVE bucket (source, width, start, stop) AS (SELECT ?, ?, ?, ?%1"
                          " UNION ALL SELECT source, width, start + width, stop FROM bucket"
                          " WHERE start + width < stop) "
                          "SELECT sum(r.events), sum(r.run_time_ms), sum(r.defects), sum(r.unknown_events)"
                          " FROM bucket CROSS JOIN rollup_bucket r WHERE bucket.start < bucket.stop"
                          " AND r.bucket_width = bucket.width AND r.bucket_start = bucket.start"
                          " AND r.source_id = bucket.source")
        .arg(QStringLiteral(" UNION ALL SELECT ?, ?, ?, ?").repeated(ranges - 1));
}

QString SqliteDialect::horizon() const
{
    return QStringLiteral("SELECT value FROM store_state WHERE name = 'kept_horizon'");
}

QString SqliteDialect::heldHorizon() const
{
    return horizon();
}

QString SqliteDialect::raiseHorizon() const
{
    return QStringLiteral("INSERT INTO store_state (name, value) VALUES ('kept_horizon', ?)"
                          " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)");
}

QString SqliteDialect::takeTurn() const
{
    return QStringLiteral("SELECT 1"); // storage/storelock.h keeps others out
}

QString SqliteDialect::endTurn() const
{
    return takeTurn();
}

QString SqliteDialect::forDeletion() const
{
    return QString(); // a transaction that writes is alone
}

QString SqliteDialect::removeMinutes(const QString &table) const
{
    return QStringLiteral("DELETE FROM %1 WHERE bucket_width = 60 AND (bucket_start, source_id) IN"
                          " (SELECT bucket_start, source_id FROM %1 WHERE bucket_width = 60"
                          " AND bucket_start < ? ORDER BY bucket_start, source_id LIMIT ?)")
        .arg(table);
}

QString SqliteDialect::addMachine() const
{
    return QStringLiteral("INSERT INTO machine (machine_id) VALUES (?) ON CONFLICT DO NOTHING");
}

QString SqliteDialect::addSource() const
{
    return QStringLiteral("INSERT INTO source (machine_id, line_id, factory_id, last_received)"
                          " VALUES (?, ?, ?, 0)");
}

MultiRowSql SqliteDialect::noteReceipts(int /*writer*/) const
{
    // The row is always there: what would be inserted only carries the receipt to it.
    return {QStringLiteral(
                "INSERT INTO source (source_id, last_received, machine_id, line_id, factory_id) VALUES"),
            2,
            QStringLiteral(" ON CONFLICT (source_id) DO UPDATE SET"
                           " last_received = max(last_received, excluded.last_received)"),
            QStringLiteral(", '', '', ''")};
}

MultiRowSql SqliteDialect::noteMinutes(int /*writer*/) const
{
    return {QStringLiteral("INSERT INTO minute_change (bucket_start, last_stamp) VALUES"), 2,
            QStringLiteral(" ON CONFLICT (bucket_start) DO UPDATE SET last_stamp = excluded.last_stamp")};
}

MultiRowSql SqliteDialect::addRevisions(int /*writer*/) const
{
    return {
        QStringLiteral("INSERT INTO event_revision (event_key, version, source_id, event_time, duration_ms,"
                       " defect_count, received_time, claim_lag, superseded_at) VALUES"),
        9, QString()};
}

MultiRowSql SqliteDialect::addRejections(int /*writer*/) const
{
    return {
        QStringLiteral("INSERT INTO rejected_event (received_time, reason, machine_id, sender, raw) VALUES"),
        5, QString()};
}

MultiRowSql SqliteDialect::addToSums(const QString &table, int /*writer*/) const
{
    return {QStringLiteral("INSERT INTO %1 (bucket_width, bucket_start, source_id, events,"
                           " run_time_ms, defects, unknown_events) VALUES")
                .arg(table),
            7,
            QStringLiteral(" ON CONFLICT (bucket_width, bucket_start, source_id) DO UPDATE SET"
                           " events = events + excluded.events,"
                           " run_time_ms = run_time_ms + excluded.run_time_ms,"
                           " defects = defects + excluded.defects,"
                           " unknown_events = unknown_events + excluded.unknown_events")};
}

Failure::Kind SqliteDialect::classify(const QSqlError &error) const
{
    switch (primaryCode(error)) {
    case Busy:
    case Locked:
    case ReadOnly:
    case IoError:
    case Full:
    case CannotOpen:
        return Failure::Kind::Unavailable;
    case Corrupt:
    case NoDatabase:
        return Failure::Kind::Damaged;
    default:
        return Failure::Kind::Internal;
    }
}

bool SqliteDialect::isDuplicateKey(const QSqlError &error) const
{
    return primaryCode(error) == Constraint;
}

Sentence SqliteDialect::reasonOf(const QSqlError &error) const
{
    const Sentence words = reasonInWords(error);
    // What SQLite says of the others tells more than the words, but not what to do.
    return primaryCode(error) == Corrupt ? words : Sentence(error.text(), words.translated());
}

bool SqliteDialect::leavesCommitUnknown(const QSqlError &error) const
{
    // The frames may be in the log although syncing them failed; the next recovery would then find them.
    return primaryCode(error) == IoError;
}

} // namespace linewatch
