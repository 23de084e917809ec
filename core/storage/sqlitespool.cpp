// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitespool.h"

#include "storage/sqlvalues.h"

#include <limits>

namespace linewatch {

namespace {

constexpr std::int64_t pageBytes = 4096;
/** A file that holds nothing is made small again beyond that. */
constexpr std::int64_t largeWhenEmpty = 1024 * 1024;

Result<std::int64_t> readNumber(SqlConnection &connection, const QString &question)
{
    const Result<QVariant> number = connection.readValue(question);
    if (!number)
        return number.failure();
    return std::int64_t{number->toLongLong()};
}

QString stateQuestion(const char *name)
{
    return QStringLiteral("SELECT value FROM spool_state WHERE name = '%1'").arg(QLatin1String(name));
}

} // namespace

SqliteSpool::SqliteSpool(std::unique_ptr<SqliteDialect> dialect, std::unique_ptr<SqlConnection> connection)
    : m_dialect(std::move(dialect))
    , m_connection(std::move(connection))
{
}

Result<std::unique_ptr<SqliteSpool>> SqliteSpool::open(const QString &path, std::int64_t maxBytes)
{
    auto dialect = std::make_unique<SqliteDialect>(path);
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(*dialect, SqlConnection::Access::ReadWrite);
    if (!connection)
        return connection.failure();
    for (const QString &pragma :
         {QStringLiteral("PRAGMA max_page_count = %1").arg(maxBytes / pageBytes),
          // What waits is read once and soon gone: the log stays as small as the file.
          QStringLiteral("PRAGMA wal_autocheckpoint = 1000")}) {
        if (Result<void> done = (*connection)->run(pragma); !done)
            return done.failure();
    }
    std::unique_ptr<SqliteSpool> spool(new SqliteSpool(std::move(dialect), std::move(*connection)));
    if (Result<void> read = spool->readState(); !read)
        return read.failure();
    if (Result<void> counted = spool->countWhatWaits(); !counted)
        return counted.failure();
    return spool;
}

Result<void> SqliteSpool::readState()
{
    const Result<std::int64_t> id = readNumber(*m_connection, stateQuestion("spool_id"));
    if (!id)
        return id.failure();
    const Result<std::int64_t> receipt = readNumber(*m_connection, stateQuestion("last_receipt"));
    if (!receipt)
        return receipt.failure();
    m_id = *id;
    m_lastReceipt = Instant{std::chrono::microseconds{*receipt}};
    return {};
}

Result<void> SqliteSpool::append(const std::vector<SpooledBatch> &batches, Instant lastReceipt)
{
    if (Result<void> begun = m_connection->run(m_dialect->beginWrite()); !begun)
        return begun;
    Result<void> done = appendWithin(batches, lastReceipt);
    if (done)
        done = m_connection->commit();
    if (!done) {
        // A failing ROLLBACK means that the engine has rolled back by itself already.
        (void)m_connection->run(QStringLiteral("ROLLBACK"));
        return done;
    }
    m_lastReceipt = lastReceipt;
    for (const SpooledBatch &batch : batches) {
        ++m_sums.batches;
        m_sums.events += batch.events;
    }
    return measure();
}

Result<void> SqliteSpool::appendWithin(const std::vector<SpooledBatch> &batches, Instant lastReceipt)
{
    for (const SpooledBatch &batch : batches) {
        const Result<SqlRows> added = m_connection->ask(
            QStringLiteral("INSERT INTO spooled_batch (arrival, events, content) VALUES (?, ?, ?)"),
            {sql::fromInstant(batch.arrival), qlonglong{batch.events}, batch.content});
        if (!added)
            return added.failure();
    }
    const Result<SqlRows> kept =
        m_connection->ask(QStringLiteral("INSERT INTO spool_state (name, value) VALUES ('last_receipt', ?)"
                                         " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                          {sql::fromInstant(lastReceipt)});
    return kept ? Result<void>{} : kept.failure();
}

Result<std::vector<SpooledBatch>> SqliteSpool::first(std::int64_t maxEvents)
{
    Result<SqlRows> rows = m_connection->ask(
        QStringLiteral("SELECT number, arrival, events, content FROM spooled_batch ORDER BY number"));
    if (!rows)
        return rows.failure();
    std::vector<SpooledBatch> found;
    std::int64_t events = 0;
    while (rows->next()) {
        events += rows->value(2).toLongLong();
        if (!found.empty() && events > maxEvents)
            break;
        found.push_back({rows->value(0).toLongLong(), sql::toInstant(rows->value(1)),
                         rows->value(2).toLongLong(), rows->value(3).toByteArray()});
    }
    if (Result<void> ended = m_connection->atEnd(*rows); !ended)
        return ended.failure();
    return found;
}

Result<void> SqliteSpool::dropThrough(std::int64_t number)
{
    const Result<SpoolSums> dropped = sumsThrough(number);
    if (!dropped)
        return dropped.failure();
    const Result<SqlRows> done =
        m_connection->ask(QStringLiteral("DELETE FROM spooled_batch WHERE number <= ?"), {qlonglong{number}});
    if (!done)
        return done.failure();
    m_sums.batches -= dropped->batches;
    m_sums.events -= dropped->events;
    return shrink();
}

/** An outage of a day leaves no large file behind for ever. */
Result<void> SqliteSpool::shrink()
{
    if (Result<void> measured = measure(); !measured || m_sums.batches > 0)
        return measured;
    const Result<std::int64_t> pages = readNumber(*m_connection, QStringLiteral("PRAGMA page_count"));
    if (!pages)
        return pages.failure();
    return *pages * pageBytes < largeWhenEmpty ? Result<void>{} : m_connection->run(QStringLiteral("VACUUM"));
}

/** Of batches and events. */
Result<SpoolSums> SqliteSpool::sumsThrough(std::int64_t number)
{
    SpoolSums sums;
    const Result<void> read = m_connection->readEach(
        QStringLiteral("SELECT count(*), coalesce(sum(events), 0) FROM spooled_batch WHERE number <= ?"),
        {qlonglong{number}}, [&sums](const QSqlQuery &row) {
            sums.batches = row.value(0).toLongLong();
            sums.events = row.value(1).toLongLong();
        });
    if (!read)
        return read.failure();
    return sums;
}

Result<void> SqliteSpool::countWhatWaits()
{
    const Result<SpoolSums> sums = sumsThrough(std::numeric_limits<std::int64_t>::max());
    if (!sums)
        return sums.failure();
    m_sums = *sums;
    return measure();
}

/** Of what waits, what is quickly found out. */
Result<void> SqliteSpool::measure()
{
    const Result<QVariant> arrival =
        m_connection->readValue(QStringLiteral("SELECT arrival FROM spooled_batch ORDER BY number LIMIT 1"));
    if (!arrival)
        return arrival.failure();
    m_sums.oldestArrival = arrival->isValid() ? std::optional(sql::toInstant(*arrival)) : std::nullopt;
    const Result<std::int64_t> pages =
        readNumber(*m_connection,
                   QStringLiteral("SELECT p.page_count - f.freelist_count"
                                  " FROM pragma_page_count p, pragma_freelist_count f"));
    if (!pages)
        return pages.failure();
    m_sums.bytes = *pages * pageBytes;
    return {};
}

} // namespace linewatch
