// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqleventstore.h"

#include "model/rollup.h"
#include "storage/eventkey.h"
#include "storage/sqlvalues.h"

#include <algorithm>

namespace linewatch {

namespace {

/** Ids looked up by one statement; a shorter list is filled up with its last id. */
constexpr int lookUpWidth = 64;

QString lookUpSql()
{
    const QString marks = QStringLiteral("?") + QStringLiteral(", ?").repeated(lookUpWidth - 1);
    return QStringLiteral("SELECT event_key, source_id, event_time, duration_ms, defect_count, received_time,"
                          " claim_lag, version FROM event WHERE event_key IN (%1)")
        .arg(marks);
}

QString lastStampName()
{
    return QStringLiteral("last_stamp");
}

} // namespace

SqlEventStore::SqlEventStore(std::unique_ptr<SqlConnection> connection) : m_connection(std::move(connection))
{
}

Result<std::unique_ptr<SqlEventStore>> SqlEventStore::open(const SqlDialect &dialect)
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadWrite);
    if (!connection)
        return connection.failure();
    std::unique_ptr<SqlEventStore> store(new SqlEventStore(std::move(*connection)));
    Result<SourceTable> sources = SourceTable::load(*store->m_connection);
    if (!sources)
        return sources.failure();
    store->m_sources = std::move(*sources);
    if (Result<void> prepared = store->prepareStatements(); !prepared)
        return prepared.failure();
    return store;
}

Result<void> SqlEventStore::prepareStatements()
{
    const std::pair<QSqlQuery *, QString> statements[] = {
        {&m_lookUp, lookUpSql()},
        {&m_insertEvent,
         QStringLiteral("INSERT INTO event (event_key, source_id, event_time, duration_ms, defect_count,"
                        " received_time, claim_lag, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")},
        {&m_updateEvent,
         QStringLiteral(
             "UPDATE event SET source_id = ?, event_time = ?, duration_ms = ?, defect_count = ?,"
             " received_time = ?, claim_lag = ?, version = ? WHERE event_key = ? AND version = ?")},
        {&m_insertRevision,
         QStringLiteral(
             "INSERT INTO event_revision (event_key, version, source_id, event_time, duration_ms,"
             " defect_count, received_time, claim_lag, superseded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")},
        {&m_addToRollup, m_connection->dialect().addToRollup()},
        {&m_touchSource,
         QStringLiteral("UPDATE source SET last_received = ? WHERE source_id = ? AND last_received < ?")},
        {&m_insertRejection,
         QStringLiteral("INSERT INTO rejected_event (received_time, reason, machine_id, sender, raw)"
                        " VALUES (?, ?, ?, ?, ?)")},
        {&m_trimRejections,
         QStringLiteral(
             "DELETE FROM rejected_event WHERE received_time <="
             " (SELECT received_time FROM rejected_event ORDER BY received_time DESC LIMIT 1 OFFSET %1)")
             .arg(KeptRejections)},
        {&m_putState, m_connection->dialect().putState()},
    };
    for (const auto &[query, sql] : statements) {
        Result<QSqlQuery> prepared = m_connection->prepare(sql);
        if (!prepared)
            return prepared.failure();
        *query = std::move(*prepared);
    }
    return {};
}

Result<Instant> SqlEventStore::lastStamp()
{
    Result<QSqlQuery> query =
        m_connection->ask(QStringLiteral("SELECT value FROM store_state WHERE name = ?"), {lastStampName()});
    if (!query)
        return query.failure();
    return query->next() ? sql::toInstant(query->value(0)) : Instant{};
}

Result<void> SqlEventStore::begin()
{
    return m_connection->run(m_connection->dialect().beginWrite());
}

Result<std::vector<StoredEvent>> SqlEventStore::lookUp(std::span<const EventId> ids)
{
    QList<QByteArray> keys;
    keys.reserve(static_cast<qsizetype>(ids.size()));
    for (const EventId &id : ids)
        keys += toEventKey(id);
    std::sort(keys.begin(), keys.end()); // neighbours in the index are read together

    std::vector<StoredEvent> found;
    for (qsizetype first = 0; first < keys.size(); first += lookUpWidth) {
        for (int i = 0; i < lookUpWidth; ++i)
            m_lookUp.bindValue(i, keys.at(std::min(first + i, keys.size() - 1)));
        if (Result<void> done = m_connection->execute(m_lookUp); !done)
            return done.failure();
        while (m_lookUp.next()) {
            Result<StoredEvent> event = readRow(m_lookUp);
            if (!event)
                return event.failure();
            found.push_back(std::move(*event));
        }
        m_lookUp.finish();
    }
    return found;
}

Result<StoredEvent> SqlEventStore::readRow(const QSqlQuery &row) const
{
    const SourceTable::Key *source = m_sources.find(row.value(1).toLongLong());
    if (!source) {
        return Failure{Failure::Kind::Internal,
                       QStringLiteral("%1: an event names source %2, which does not exist")
                           .arg(m_connection->dialect().displayText(), row.value(1).toString())};
    }
    StoredEvent event;
    event.eventId = fromEventKey(row.value(0).toByteArray());
    event.payload.machineId = source->machineId;
    event.payload.lineId = source->lineId;
    event.payload.factoryId = source->factoryId;
    sql::readReading(row, 2, event);
    event.version = row.value(7).toInt();
    return event;
}

Result<void> SqlEventStore::apply(const ChangeSet &changes)
{
    Sums sums;
    if (Result<void> done = writeEvents(changes.changes, sums); !done)
        return done;
    if (Result<void> done = writeRevisions(changes.revisions); !done)
        return done;
    if (Result<void> done = writeSums(sums); !done)
        return done;
    if (Result<void> done = writeRejections(changes.rejections); !done)
        return done;
    return putLastStamp(changes.lastStamp);
}

Result<void> SqlEventStore::writeEvents(const std::vector<EventChange> &changes, Sums &sums)
{
    const auto add = [&sums](const EventPayload &payload, std::int64_t sourceId, bool takeAway) {
        for (const BucketWidth width : AllBucketWidths) {
            const Instant start = bucketStart(payload.eventTime, width);
            Totals &totals =
                sums.buckets[{static_cast<std::int32_t>(width), sourceId, sql::toSeconds(start)}];
            takeAway ? totals -= totalsOf(payload) : totals += totalsOf(payload);
        }
    };

    std::vector<std::pair<QByteArray, const EventChange *>> byKey;
    byKey.reserve(changes.size());
    for (const EventChange &change : changes)
        byKey.emplace_back(toEventKey(change.after.eventId), &change);
    std::sort(byKey.begin(), byKey.end());

    for (const auto &[key, change] : byKey) {
        const Result<std::int64_t> sourceId = m_sources.sourceOf(*m_connection, change->after.payload);
        if (!sourceId)
            return sourceId.failure();
        const Result<void> written = change->before ? updateEvent(key, *change, *sourceId)
                                                    : insertEvent(key, change->after, *sourceId);
        if (!written)
            return written;
        add(change->after.payload, *sourceId, false);
        if (change->before) {
            const Result<std::int64_t> formerId = m_sources.sourceOf(*m_connection, change->before->payload);
            if (!formerId)
                return formerId.failure();
            add(change->before->payload, *formerId, true);
        }
        Instant &last = sums.lastReceived[*sourceId];
        last = std::max(last, change->after.receivedTime);
    }
    return {};
}

Result<void> SqlEventStore::insertEvent(const QByteArray &key, const StoredEvent &event,
                                        std::int64_t sourceId)
{
    m_insertEvent.bindValue(0, key);
    m_insertEvent.bindValue(1, qlonglong{sourceId});
    sql::bindReading(m_insertEvent, 2, event);
    m_insertEvent.bindValue(7, event.version);
    return m_connection->execute(m_insertEvent);
}

Result<void> SqlEventStore::updateEvent(const QByteArray &key, const EventChange &change,
                                        std::int64_t sourceId)
{
    const StoredEvent &event = change.after;
    m_updateEvent.bindValue(0, qlonglong{sourceId});
    sql::bindReading(m_updateEvent, 1, event);
    m_updateEvent.bindValue(6, event.version);
    m_updateEvent.bindValue(7, key);
    m_updateEvent.bindValue(8, change.before->version);
    if (Result<void> done = m_connection->execute(m_updateEvent); !done)
        return done;
    if (m_updateEvent.numRowsAffected() == 1)
        return {};
    // This process owns the store and looked the row up in this very transaction.
    return Failure{Failure::Kind::Internal,
                   QStringLiteral("%1: event %2 changed under the transaction that owns it")
                       .arg(m_connection->dialect().displayText(), event.eventId.toString())};
}

Result<void> SqlEventStore::writeRevisions(const std::vector<Revision> &revisions)
{
    for (const Revision &revision : revisions) {
        const StoredEvent &event = revision.event;
        const Result<std::int64_t> sourceId = m_sources.sourceOf(*m_connection, event.payload);
        if (!sourceId)
            return sourceId.failure();
        m_insertRevision.bindValue(0, toEventKey(event.eventId));
        m_insertRevision.bindValue(1, event.version);
        m_insertRevision.bindValue(2, qlonglong{*sourceId});
        sql::bindReading(m_insertRevision, 3, event);
        m_insertRevision.bindValue(8, sql::fromInstant(revision.supersededAt));
        if (Result<void> done = m_connection->execute(m_insertRevision); !done)
            return done;
    }
    return {};
}

Result<void> SqlEventStore::writeSums(const Sums &sums)
{
    for (const auto &[bucket, totals] : sums.buckets) {
        if (totals == Totals{})
            continue;
        m_addToRollup.bindValue(0, bucket.width);
        m_addToRollup.bindValue(1, qlonglong{bucket.sourceId});
        m_addToRollup.bindValue(2, qlonglong{bucket.start});
        m_addToRollup.bindValue(3, qlonglong{totals.events});
        m_addToRollup.bindValue(4, qlonglong{totals.runTimeMs});
        m_addToRollup.bindValue(5, qlonglong{totals.defects});
        m_addToRollup.bindValue(6, qlonglong{totals.unknownEvents});
        if (Result<void> done = m_connection->execute(m_addToRollup); !done)
            return done;
    }
    for (const auto &[sourceId, received] : sums.lastReceived) {
        m_touchSource.bindValue(0, sql::fromInstant(received));
        m_touchSource.bindValue(1, qlonglong{sourceId});
        m_touchSource.bindValue(2, sql::fromInstant(received));
        if (Result<void> done = m_connection->execute(m_touchSource); !done)
            return done;
    }
    return {};
}

Result<void> SqlEventStore::writeRejections(const std::vector<RejectedEvent> &rejections)
{
    for (const RejectedEvent &rejected : rejections) {
        const std::string_view reason = wireName(rejected.reason);
        m_insertRejection.bindValue(0, sql::fromInstant(rejected.receivedTime));
        m_insertRejection.bindValue(1, sql::fromText(reason));
        m_insertRejection.bindValue(2, sql::fromText(rejected.machineId));
        m_insertRejection.bindValue(3, sql::fromText(rejected.sender));
        m_insertRejection.bindValue(4, sql::fromText(rejected.raw));
        if (Result<void> done = m_connection->execute(m_insertRejection); !done)
            return done;
    }
    m_rejectionsSinceTrim += rejections.size();
    if (m_rejectionsSinceTrim < TrimEvery)
        return {};
    m_rejectionsSinceTrim = 0;
    return m_connection->execute(m_trimRejections);
}

Result<void> SqlEventStore::putLastStamp(Instant stamp)
{
    m_putState.bindValue(0, lastStampName());
    m_putState.bindValue(1, sql::fromInstant(stamp));
    return m_connection->execute(m_putState);
}

Result<void> SqlEventStore::commit()
{
    Result<void> done = m_connection->commit();
    if (done)
        m_sources.transactionCommitted();
    return done;
}

void SqlEventStore::rollback()
{
    // A failing ROLLBACK means that the engine has rolled back by itself already.
    (void)m_connection->run(QStringLiteral("ROLLBACK"));
    m_sources.transactionRolledBack();
}

} // namespace linewatch
