// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/mysqldialect.h"

#include "storage/databaseurl.h"
#include "storage/mysqlerrors.h"
#include "storage/sqlconnection.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace linewatch {

namespace {

constexpr int connectSeconds = 2;
/** No question and no statement takes as long; a server that does not answer by then has gone. */
constexpr int answerSeconds = 30;
constexpr int lockWaitSeconds = 3;
/** A transaction of ours that stands still is one whose connection was cut where the server could not see it.
 */
constexpr int idleTransactionSeconds = 15;

int codeOf(const QSqlError &error)
{
    return error.nativeErrorCode().toInt();
}

} // namespace

QString MySqlDialect::displayText() const
{
    return linewatch::displayText(m_database);
}

QString MySqlDialect::driverName() const
{
    return QStringLiteral("QMYSQL");
}

int MySqlDialect::endpoints() const
{
    return static_cast<int>(m_database.hosts.size());
}

void MySqlDialect::configure(QSqlDatabase &database, int endpoint) const
{
    const MySqlHost &host = m_database.hosts.at(endpoint);
    // The connector takes this name for the socket of a server on the same host and forgets the port.
    database.setHostName(host.name == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : host.name);
    database.setPort(host.port);
    database.setDatabaseName(m_database.name);
    database.setUserName(m_database.user);
    database.setPassword(m_database.password);
    // Sums are DECIMALs, which would else come as floating-point numbers.
    database.setNumericalPrecisionPolicy(QSql::LowPrecisionInt64);
    // Never MYSQL_OPT_RECONNECT: a transaction would go on, half of it lost, on another connection.
    QString options = QStringLiteral("MYSQL_OPT_CONNECT_TIMEOUT=%1;MYSQL_OPT_READ_TIMEOUT=%2;"
                                     "MYSQL_OPT_WRITE_TIMEOUT=%2;CLIENT_FOUND_ROWS=1")
                          .arg(connectSeconds)
                          .arg(answerSeconds);
    const TlsFiles &tls = m_database.tls;
    if (!tls.ca.isEmpty())
        options += QStringLiteral(";SSL_CA=%1").arg(tls.ca);
    if (!tls.certificate.isEmpty())
        options += QStringLiteral(";SSL_CERT=%1;SSL_KEY=%2").arg(tls.certificate, tls.key);
    database.setConnectOptions(options);
}

QStringList MySqlDialect::sessionSetup(bool readOnly) const
{
    return {
        QStringLiteral(
            "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'"),
        // Writers see what others committed the moment before, and lock no gaps between keys.
        readOnly ? QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                 : QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"),
        // MariaDB alone has the others. In a Galera cluster each transaction begins with all that was
        // committed before, wherever that was. A reader may take its time: the snapshot of an export goes by
        // a slow pipe.
        QStringLiteral("SET SESSION innodb_lock_wait_timeout = %1"
                       " /*M!100300 , wsrep_sync_wait = 1, idle_transaction_timeout = %2 */")
            .arg(lockWaitSeconds)
            .arg(readOnly ? 0 : idleTransactionSeconds),
        // A node that has lost its cluster takes all of the above, and refuses this.
        QStringLiteral("DO 0"),
    };
}

Result<void> MySqlDialect::checkSession(SqlConnection &connection) const
{
    if (m_database.tls.ca.isEmpty())
        return {};
    QString cipher;
    const Result<void> read =
        connection.readEach(QStringLiteral("SHOW SESSION STATUS LIKE 'Ssl_cipher'"), {},
                            [&cipher](const QSqlQuery &row) { cipher = row.value(1).toString(); });
    if (!read)
        return read;
    if (!cipher.isEmpty())
        return {};
    // The connector falls back to plain text where the server has no TLS.
    return Failure{
        Failure::Kind::Refused,
        Sentence(QT_TRANSLATE_NOOP("Failure",
                                   "%1 does not encrypt the connection, although the settings ask for "
                                   "TLS; set it up on the server"),
                 displayText())};
}

QString MySqlDialect::engineText() const
{
    return QStringLiteral(
        "SELECT concat(CASE WHEN version() LIKE '%MariaDB%' THEN 'MariaDB ' ELSE 'MySQL ' END,"
        " substring_index(version(), '-', 1))");
}

QString MySqlDialect::storeBytes() const
{
    return QStringLiteral("SELECT coalesce(sum(data_length + index_length), 0) FROM information_schema.tables"
                          " WHERE table_schema = database()");
}

QString MySqlDialect::countTables() const
{
    return QStringLiteral("SELECT count(*) FROM information_schema.tables"
                          " WHERE table_schema = database() AND table_name = ?");
}

QString MySqlDialect::migrationsPath() const
{
    return QStringLiteral(":/linewatch/storage/migrations/mysql");
}

QString MySqlDialect::recordStep() const
{
    return QStringLiteral("INSERT INTO schema_step (migration, step) VALUES (?, ?)"
                          " ON DUPLICATE KEY UPDATE step = step");
}

QString MySqlDialect::beginMigration() const
{
    // Nodes that start together: the second finds the work done. Across a Galera cluster locks do not reach;
    // the steps, each safe to run twice, do not need them.
    return QStringLiteral("DO get_lock(concat('linewatch schema ', database()), 60)");
}

QString MySqlDialect::endMigration() const
{
    return QStringLiteral("DO release_lock(concat('linewatch schema ', database()))");
}

QString MySqlDialect::beginWrite() const
{
    return QStringLiteral("START TRANSACTION READ WRITE");
}

QString MySqlDialect::beginRead() const
{
    return QStringLiteral("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
}

QString MySqlDialect::eventIdText(const QString &column) const
{
    // storage/eventkey.h: 16 bytes are a UUID, a trailing NUL belongs to the key and not to the id. Bytes, as
    // ids are compared.
    return QStringLiteral("CASE WHEN length(%1) = 16 THEN CAST(lower(concat("
                          "substr(hex(%1), 1, 8), '-', substr(hex(%1), 9, 4), '-', substr(hex(%1), 13, 4),"
                          " '-', substr(hex(%1), 17, 4), '-', substr(hex(%1), 21))) AS BINARY)"
                          " WHEN length(%1) = 17 AND substr(%1, 17) = x'00' THEN substr(%1, 1, 16)"
                          " ELSE %1 END")
        .arg(column);
}

QString MySqlDialect::newestStamps() const
{
    return QStringLiteral("SELECT node_id, last_stamp FROM node ORDER BY node_id");
}

QString MySqlDialect::committedStamp(std::int64_t owner) const
{
    return QStringLiteral("SELECT last_stamp FROM node WHERE owner = %1").arg(owner);
}

QString MySqlDialect::changedMinutes() const
{
    return QStringLiteral(
        "SELECT bucket_start FROM minute_change"
        " WHERE bucket_start >= ? AND node_id = ? AND last_stamp > ? ORDER BY bucket_start");
}

QString MySqlDialect::lastReceived() const
{
    return QStringLiteral("coalesce((SELECT max(t.last_received) FROM source_receipt t"
                          " WHERE t.source_id = s.source_id), 0)");
}

QString MySqlDialect::bucketsOfSource(int ranges) const
{
    const QString range = QStringLiteral(
        "SELECT sum(events), sum(run_time_ms), sum(defects), sum(unknown_events) FROM rollup_bucket"
        " WHERE source_id = ? AND bucket_width = ? AND bucket_start >= ? AND bucket_start < ?");
    return range + (QStringLiteral(" UNION ALL ") + range).repeated(ranges - 1);
}

QString MySqlDialect::horizon() const
{
    return QStringLiteral("SELECT horizon FROM kept_horizon");
}

QString MySqlDialect::heldHorizon() const
{
    return horizon() + QStringLiteral(" LOCK IN SHARE MODE");
}

QString MySqlDialect::raiseHorizon() const
{
    return QStringLiteral("INSERT INTO kept_horizon (id, horizon) VALUES (1, ?)"
                          " ON DUPLICATE KEY UPDATE horizon = greatest(horizon, VALUES(horizon))");
}

QString MySqlDialect::takeTurn() const
{
    // Across a Galera cluster locks do not reach: two that remove the same meet at COMMIT, and one tries
    // again.
    return QStringLiteral("SELECT get_lock(concat('linewatch retention ', database()), 0)");
}

QString MySqlDialect::endTurn() const
{
    return QStringLiteral("DO release_lock(concat('linewatch retention ', database()))");
}

QString MySqlDialect::forDeletion() const
{
    return QStringLiteral(" FOR UPDATE"); // or a correction could move one of them out meanwhile
}

QString MySqlDialect::removeMinutes(const QString &table) const
{
    return QStringLiteral("DELETE FROM %1 WHERE bucket_width = 60 AND bucket_start < ?"
                          " ORDER BY bucket_start, source_id, node_id LIMIT ?")
        .arg(table);
}

QString MySqlDialect::addMachine() const
{
    return QStringLiteral("INSERT INTO machine (machine_id) VALUES (?)"
                          " ON DUPLICATE KEY UPDATE machine_id = machine_id");
}

QString MySqlDialect::addSource() const
{
    return QStringLiteral("INSERT INTO source (machine_id, line_id, factory_id) VALUES (?, ?, ?)"
                          " ON DUPLICATE KEY UPDATE source_id = last_insert_id(source_id)");
}

MultiRowSql MySqlDialect::noteReceipts(int writer) const
{
    return {QStringLiteral("INSERT INTO source_receipt (source_id, last_received, node_id) VALUES"), 2,
            QStringLiteral(" ON DUPLICATE KEY UPDATE"
                           " last_received = greatest(last_received, VALUES(last_received))"),
            QStringLiteral(", %1").arg(writer)};
}

MultiRowSql MySqlDialect::noteMinutes(int writer) const
{
    return {QStringLiteral("INSERT INTO minute_change (bucket_start, last_stamp, node_id) VALUES"), 2,
            QStringLiteral(" ON DUPLICATE KEY UPDATE last_stamp = VALUES(last_stamp)"),
            QStringLiteral(", %1").arg(writer)};
}

MultiRowSql MySqlDialect::addRevisions(int writer) const
{
    return {
        QStringLiteral("INSERT INTO event_revision (event_key, version, source_id, event_time, duration_ms,"
                       " defect_count, received_time, claim_lag, superseded_at, node_id,"
                       " superseding_node_id) VALUES"),
        10, QString(), QStringLiteral(", %1").arg(writer)};
}

MultiRowSql MySqlDialect::addRejections(int writer) const
{
    return {QStringLiteral("INSERT INTO rejected_event (received_time, reason, machine_id, sender, raw,"
                           " node_id) VALUES"),
            5, QString(), QStringLiteral(", %1").arg(writer)};
}

MultiRowSql MySqlDialect::addToSums(const QString &table, int writer) const
{
    return {QStringLiteral("INSERT INTO %1 (bucket_width, bucket_start, source_id, events,"
                           " run_time_ms, defects, unknown_events, node_id) VALUES")
                .arg(table),
            7,
            QStringLiteral(" ON DUPLICATE KEY UPDATE events = events + VALUES(events),"
                           " run_time_ms = run_time_ms + VALUES(run_time_ms),"
                           " defects = defects + VALUES(defects),"
                           " unknown_events = unknown_events + VALUES(unknown_events)"),
            QStringLiteral(", %1").arg(writer)};
}

Failure::Kind MySqlDialect::classify(const QSqlError &error) const
{
    return mysqlerrors::kindOf(codeOf(error));
}

bool MySqlDialect::isDuplicateKey(const QSqlError &error) const
{
    return codeOf(error) == mysqlerrors::DuplicateKey;
}

Sentence MySqlDialect::reasonOf(const QSqlError &error) const
{
    return {error.text(), mysqlerrors::reasonOf(codeOf(error)).translated()};
}

bool MySqlDialect::leavesCommitUnknown(const QSqlError &error) const
{
    return classify(error) != Failure::Kind::Contended;
}

} // namespace linewatch
