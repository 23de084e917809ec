// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqleventstore.h"

#include "storage/eventkey.h"
#include "storage/sqlvalues.h"
#include "storage/storestate.h"

#include <algorithm>
#include <array>

namespace linewatch {

namespace {

Result<void> writeSums(MultiRowWriter &table, const std::vector<RollupChange> &changes)
{
    for (const RollupChange &change : changes) {
        std::array<QVariant, 7> row{change.width,
                                    qlonglong{change.start},
                                    qlonglong{change.sourceId},
                                    qlonglong{change.totals.events},
                                    qlonglong{change.totals.runTimeMs},
                                    qlonglong{change.totals.defects},
                                    qlonglong{change.totals.unknownEvents}};
        if (Result<void> done = table.add(row); !done)
            return done;
    }
    return table.flush();
}

} // namespace

SqlEventStore::SqlEventStore(std::unique_ptr<SqlConnection> connection, KeyIndexSizes sizes)
    : m_connection(std::move(connection))
    , m_keyIndexSizes(sizes)
{
}

Result<std::unique_ptr<SqlEventStore>> SqlEventStore::open(const SqlDialect &dialect, KeyIndexSizes sizes)
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadWrite);
    if (!connection)
        return connection.failure();
    std::unique_ptr<SqlEventStore> store(new SqlEventStore(std::move(*connection), sizes));
    Result<SourceTable> sources = SourceTable::load(*store->m_connection);
    if (!sources)
        return sources.failure();
    store->m_sources = std::move(*sources);
    if (Result<void> prepared = store->prepareStatements(); !prepared)
        return prepared.failure();
    if (Result<void> ready = store->ensureIndex(); !ready)
        return ready.failure();
    return store;
}

Result<void> SqlEventStore::prepareStatements()
{
    SqlConnection &connection = *m_connection;
    Result<EventRows> events = EventRows::prepare(connection);
    if (!events)
        return events.failure();
    Result<RejectionRows> rejections = RejectionRows::prepare(connection);
    if (!rejections)
        return rejections.failure();
    Result<MultiRowWriter> rollups =
        MultiRowWriter::prepare(connection, connection.dialect().addToSums(QStringLiteral("rollup_bucket")));
    if (!rollups)
        return rollups.failure();
    Result<MultiRowWriter> lineSums =
        MultiRowWriter::prepare(connection, connection.dialect().addToSums(QStringLiteral("line_bucket")));
    if (!lineSums)
        return lineSums.failure();
    Result<QSqlQuery> insertRevision = connection.prepare(
        QStringLiteral("INSERT INTO event_revision (event_key, version, source_id, event_time, duration_ms,"
                       " defect_count, received_time, claim_lag, superseded_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    if (!insertRevision)
        return insertRevision.failure();
    Result<QSqlQuery> touchSource = connection.prepare(
        QStringLiteral("UPDATE source SET last_received = ? WHERE source_id = ? AND last_received < ?"));
    if (!touchSource)
        return touchSource.failure();
    m_statements.emplace(Statements{std::move(*events), std::move(*rejections), std::move(*rollups),
                                    std::move(*lineSums), std::move(*insertRevision),
                                    std::move(*touchSource)});
    return {};
}

Result<void> SqlEventStore::ensureIndex()
{
    if (m_keys)
        return {};
    const Result<std::int64_t> lastRowId = m_statements->events.lastRowId();
    if (!lastRowId)
        return lastRowId.failure();
    Result<std::unique_ptr<KeyIndex>> keys = KeyIndex::load(*m_connection, m_keyIndexSizes);
    if (!keys)
        return keys.failure();
    m_lastRowId = *lastRowId;
    m_keys = std::move(*keys);
    return {};
}

Result<Instant> SqlEventStore::lastStamp()
{
    return storestate::lastStamp(*m_connection);
}

Result<void> SqlEventStore::begin()
{
    if (Result<void> ready = ensureIndex(); !ready)
        return ready;
    return m_connection->run(m_connection->dialect().beginWrite());
}

Result<std::vector<StoredEvent>> SqlEventStore::lookUp(std::span<const EventId> ids)
{
    if (Result<void> ready = ensureIndex(); !ready)
        return ready.failure();
    std::vector<std::int64_t> rowIds;
    std::unordered_map<std::int64_t, const EventId *> wanted;
    for (const EventId &id : ids) {
        const std::size_t known = rowIds.size();
        if (Result<void> done = m_keys->find(m_keys->hashOf(toEventKey(id)), rowIds); !done)
            return done.failure();
        for (std::size_t i = known; i < rowIds.size(); ++i)
            wanted.emplace(rowIds[i], &id);
    }
    std::sort(rowIds.begin(), rowIds.end()); // neighbours in the table are read together

    Result<std::vector<EventRow>> rows = m_statements->events.read(rowIds);
    if (!rows)
        return rows.failure();
    std::vector<StoredEvent> found;
    for (EventRow &row : *rows) {
        const std::int64_t rowId = row.rowId;
        Result<StoredEvent> event = eventOf(std::move(row));
        if (!event)
            return event.failure();
        if (event->eventId != *wanted.at(rowId))
            continue; // another key with the same hash
        m_rowIds.insert_or_assign(event->eventId, rowId);
        found.push_back(std::move(*event));
    }
    return found;
}

Result<StoredEvent> SqlEventStore::eventOf(EventRow row) const
{
    const SourceTable::Key *source = m_sources.find(row.sourceId);
    if (!source) {
        return Failure{Failure::Kind::Internal,
                       QStringLiteral("%1: an event names source %2, which does not exist")
                           .arg(m_connection->dialect().displayText())
                           .arg(row.sourceId)};
    }
    row.event.eventId = fromEventKey(row.key);
    row.event.payload.machineId = source->machineId;
    row.event.payload.lineId = source->lineId;
    row.event.payload.factoryId = source->factoryId;
    return std::move(row.event);
}

Result<void> SqlEventStore::apply(const ChangeSet &changes)
{
    if (Result<void> done = writeEvents(changes.changes); !done)
        return done;
    if (Result<void> done = writeRevisions(changes.revisions); !done)
        return done;
    if (Result<void> done = writeRollups(); !done)
        return done;
    if (Result<void> done = touchSources(); !done)
        return done;
    if (Result<void> done = m_statements->rejections.write(changes.rejections); !done)
        return done;
    if (Result<void> done = m_keys->keepUp(); !done)
        return done;
    return storestate::write(*m_connection, storestate::LastStamp,
                             changes.lastStamp.time_since_epoch().count());
}

Result<void> SqlEventStore::writeEvents(const std::vector<EventChange> &changes)
{
    const Result<std::vector<PlacedChange>> placed = place(changes);
    if (!placed)
        return placed.failure();
    for (const PlacedChange &each : *placed) {
        const Result<void> written = each.change->before ? updateEvent(each) : insertEvent(each);
        if (!written)
            return written;
        const StoredEvent &after = each.change->after;
        m_rollups.add(after.payload, each.sourceId);
        Instant &received = m_received[each.sourceId];
        received = std::max(received, after.receivedTime);
    }
    return m_statements->events.flush();
}

/** The changes with their sources, in the order in which the index over sources and times takes them best. */
Result<std::vector<SqlEventStore::PlacedChange>> SqlEventStore::place(const std::vector<EventChange> &changes)
{
    std::vector<PlacedChange> placed;
    placed.reserve(changes.size());
    for (const EventChange &change : changes) {
        const Result<std::int64_t> sourceId = m_sources.sourceOf(*m_connection, change.after.payload);
        if (!sourceId)
            return sourceId.failure();
        placed.push_back({&change, *sourceId});
    }
    std::sort(placed.begin(), placed.end(), [](const PlacedChange &a, const PlacedChange &b) {
        return a.sourceId != b.sourceId
            ? a.sourceId < b.sourceId
            : a.change->after.payload.eventTime < b.change->after.payload.eventTime;
    });
    return placed;
}

Result<void> SqlEventStore::insertEvent(const PlacedChange &placed)
{
    const StoredEvent &event = placed.change->after;
    const QByteArray key = toEventKey(event.eventId);
    const std::int64_t rowId = ++m_lastRowId;
    m_keys->add(m_keys->hashOf(key), rowId);
    return m_statements->events.insert(rowId, key, placed.sourceId, event);
}

Result<void> SqlEventStore::updateEvent(const PlacedChange &placed)
{
    const StoredEvent &before = *placed.change->before;
    const Result<std::int64_t> formerSource = m_sources.sourceOf(*m_connection, before.payload);
    if (!formerSource)
        return formerSource.failure();
    const Result<std::int64_t> rowId = rowIdOf(before.eventId);
    if (!rowId)
        return rowId.failure();
    const Result<bool> updated =
        m_statements->events.update(*rowId, before.version, placed.sourceId, placed.change->after);
    if (!updated)
        return updated.failure();
    if (!*updated) {
        // This process owns the store and looked the row up in this very transaction.
        return Failure{Failure::Kind::Internal,
                       QStringLiteral("%1: event %2 changed under the transaction that owns it")
                           .arg(m_connection->dialect().displayText(), before.eventId.toString())};
    }
    m_rollups.takeAway(before.payload, *formerSource);
    return {};
}

/** The row of an event; 0 where there is none. */
Result<std::int64_t> SqlEventStore::rowIdOf(const EventId &id)
{
    auto known = m_rowIds.find(id);
    if (known == m_rowIds.end()) {
        if (Result<std::vector<StoredEvent>> found = lookUp({&id, 1}); !found)
            return found.failure();
        known = m_rowIds.find(id);
    }
    return known == m_rowIds.end() ? std::int64_t{0} : known->second;
}

Result<void> SqlEventStore::writeRevisions(const std::vector<Revision> &revisions)
{
    QSqlQuery &insert = m_statements->insertRevision;
    for (const Revision &revision : revisions) {
        const StoredEvent &event = revision.event;
        const Result<std::int64_t> sourceId = m_sources.sourceOf(*m_connection, event.payload);
        if (!sourceId)
            return sourceId.failure();
        insert.bindValue(0, toEventKey(event.eventId));
        insert.bindValue(1, event.version);
        insert.bindValue(2, qlonglong{*sourceId});
        sql::bindReading(insert, 3, event);
        insert.bindValue(8, sql::fromInstant(revision.supersededAt));
        if (Result<void> done = m_connection->execute(insert); !done)
            return done;
    }
    return {};
}

Result<void> SqlEventStore::writeRollups()
{
    std::vector<RollupChange> changes = m_rollups.take();
    if (Result<void> done = writeSums(m_statements->rollups, changes); !done)
        return done;
    for (RollupChange &change : changes)
        change.sourceId = m_sources.lineSourceOf(change.sourceId);
    return writeSums(m_statements->lineSums, summedByBucket(std::move(changes)));
}

Result<void> SqlEventStore::touchSources()
{
    QSqlQuery &touch = m_statements->touchSource;
    for (const auto &[sourceId, received] : m_received) {
        touch.bindValue(0, sql::fromInstant(received));
        touch.bindValue(1, qlonglong{sourceId});
        touch.bindValue(2, sql::fromInstant(received));
        if (Result<void> done = m_connection->execute(touch); !done)
            return done;
    }
    m_received.clear();
    return {};
}

Result<void> SqlEventStore::commit()
{
    Result<void> done = m_connection->commit();
    if (done) {
        m_sources.transactionCommitted();
        m_rowIds.clear();
    }
    return done;
}

void SqlEventStore::rollback()
{
    // A failing ROLLBACK means that the engine has rolled back by itself already.
    (void)m_connection->run(QStringLiteral("ROLLBACK"));
    m_sources.transactionRolledBack();
    m_keys.reset();
    m_statements->events.clear();
    m_statements->rejections.clear();
    m_statements->rollups.clear();
    m_statements->lineSums.clear();
    m_rollups = {};
    m_received.clear();
    m_rowIds.clear();
}

} // namespace linewatch
