// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqleventstore.h"

#include "storage/eventkey.h"
#include "storage/keyedevents.h"
#include "storage/numberedevents.h"
#include "storage/sharedseat.h"
#include "storage/soleseat.h"
#include "storage/sqlretention.h"
#include "storage/sqlvalues.h"

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

SqlEventStore::SqlEventStore(std::unique_ptr<SqlConnection> connection, Parts parts, SourceTable sources)
    : m_connection(std::move(connection))
    , m_parts(std::move(parts))
    , m_sources(std::move(sources))
{
}

SqlEventStore::MakeParts SqlEventStore::soleWriter(KeyIndexSizes sizes)
{
    return [sizes](SqlConnection &connection) -> Result<Parts> {
        Result<std::unique_ptr<EventTable>> events = NumberedEvents::open(connection, sizes);
        if (!events)
            return events.failure();
        return Parts{std::move(*events), std::make_unique<SoleSeat>(connection)};
    };
}

SqlEventStore::MakeParts SqlEventStore::oneOfMany(std::int64_t owner)
{
    return [owner](SqlConnection &connection) -> Result<Parts> {
        Result<std::unique_ptr<WriterSeat>> seat = SharedSeat::take(connection, owner);
        if (!seat)
            return seat.failure();
        Result<std::unique_ptr<EventTable>> events = KeyedEvents::open(connection, (*seat)->number());
        if (!events)
            return events.failure();
        return Parts{std::move(*events), std::move(*seat)};
    };
}

Result<std::unique_ptr<SqlEventStore>> SqlEventStore::open(const SqlDialect &dialect,
                                                           const MakeParts &makeParts)
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadWrite);
    if (!connection)
        return connection.failure();
    Result<Parts> parts = makeParts(**connection);
    if (!parts)
        return parts.failure();
    Result<SourceTable> sources = SourceTable::load(**connection);
    if (!sources)
        return sources.failure();
    std::unique_ptr<SqlEventStore> store(
        new SqlEventStore(std::move(*connection), std::move(*parts), std::move(*sources)));
    if (Result<void> prepared = store->prepareStatements(); !prepared)
        return prepared.failure();
    return store;
}

Result<void> SqlEventStore::prepareStatements()
{
    const SqlDialect &dialect = m_connection->dialect();
    const int writer = m_parts.seat->number();
    Result<RejectionRows> rejections = RejectionRows::prepare(*m_connection, writer);
    if (!rejections)
        return rejections.failure();
    Result<MultiRowWriter> revisions = MultiRowWriter::prepare(*m_connection, dialect.addRevisions(writer));
    if (!revisions)
        return revisions.failure();
    Result<MultiRowWriter> rollups =
        MultiRowWriter::prepare(*m_connection, dialect.addToSums(QStringLiteral("rollup_bucket"), writer));
    if (!rollups)
        return rollups.failure();
    Result<MultiRowWriter> lineSums =
        MultiRowWriter::prepare(*m_connection, dialect.addToSums(QStringLiteral("line_bucket"), writer));
    if (!lineSums)
        return lineSums.failure();
    Result<MultiRowWriter> receipts = MultiRowWriter::prepare(*m_connection, dialect.noteReceipts(writer));
    if (!receipts)
        return receipts.failure();
    Result<MinuteChanges> minutes = MinuteChanges::prepare(*m_connection, writer);
    if (!minutes)
        return minutes.failure();
    m_statements.emplace(Statements{std::move(*rejections), std::move(*revisions), std::move(*rollups),
                                    std::move(*lineSums), std::move(*receipts), std::move(*minutes)});
    return {};
}

Result<Instant> SqlEventStore::lastStamp()
{
    return m_parts.seat->newestStamp();
}

Result<std::optional<Instant>> SqlEventStore::committedStamp()
{
    return m_parts.seat->committedStamp();
}

Result<std::int64_t> SqlEventStore::spooledThrough(std::int64_t spoolId)
{
    return m_parts.seat->spooledThrough(spoolId);
}

Result<void> SqlEventStore::begin()
{
    if (Result<void> ready = m_parts.events->makeReady(); !ready)
        return ready;
    return m_connection->run(m_connection->dialect().beginWrite());
}

Result<std::vector<StoredEvent>> SqlEventStore::lookUp(std::span<const EventId> ids)
{
    Result<std::vector<EventRow>> rows = m_parts.events->find(ids);
    if (!rows)
        return rows.failure();
    std::vector<StoredEvent> found;
    found.reserve(rows->size());
    for (EventRow &row : *rows) {
        const int writer = row.writer;
        Result<StoredEvent> event = eventOf(std::move(row));
        if (!event)
            return event.failure();
        if (writer != m_parts.seat->number())
            m_foreign.insert_or_assign(event->eventId, ForeignVersion{writer, event->version});
        found.push_back(std::move(*event));
    }
    return found;
}

Result<StoredEvent> SqlEventStore::eventOf(EventRow row)
{
    const Result<const SourceTable::Key *> source = m_sources.keyOf(*m_connection, row.sourceId);
    if (!source)
        return source.failure();
    if (!*source) {
        return Failure{Failure::Kind::Internal,
                       QStringLiteral("%1: an event names source %2, which does not exist")
                           .arg(m_connection->dialect().displayText())
                           .arg(row.sourceId)};
    }
    row.event.eventId = fromEventKey(row.key);
    row.event.payload.machineId = (*source)->machineId;
    row.event.payload.lineId = (*source)->lineId;
    row.event.payload.factoryId = (*source)->factoryId;
    return std::move(row.event);
}

Result<std::vector<EventId>> SqlEventStore::apply(const ChangeSet &changes)
{
    Result<std::vector<EventId>> missed = writeEvents(changes.changes);
    if (!missed || !missed->empty())
        return missed;
    if (Result<void> done = writeRevisions(changes.revisions); !done)
        return done.failure();
    if (Result<void> done = writeRollups(changes.lastStamp); !done)
        return done.failure();
    if (Result<void> done = noteReceipts(); !done)
        return done.failure();
    if (Result<void> done = m_statements->rejections.write(changes.rejections); !done)
        return done.failure();
    if (changes.spoolMark) {
        if (Result<void> done = m_parts.seat->keepSpoolMark(*changes.spoolMark); !done)
            return done.failure();
    }
    if (Result<void> done = m_parts.seat->keepStamp(changes.lastStamp); !done)
        return done.failure();
    return missed;
}

Result<std::vector<EventId>> SqlEventStore::writeEvents(const std::vector<EventChange> &changes)
{
    const Result<std::vector<PlacedChange>> placed = place(changes);
    if (!placed)
        return placed.failure();
    for (const PlacedChange &each : *placed) {
        if (Result<void> written = writeEvent(each); !written)
            return written.failure();
    }
    return m_parts.events->flush();
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

Result<void> SqlEventStore::writeEvent(const PlacedChange &placed)
{
    const StoredEvent &after = placed.change->after;
    m_rollups.add(after.payload, placed.sourceId);
    Instant &received = m_received[placed.sourceId];
    received = std::max(received, after.receivedTime);
    if (!placed.change->before)
        return m_parts.events->insert(placed.sourceId, after);

    const StoredEvent &before = *placed.change->before;
    const Result<std::int64_t> formerSource = m_sources.sourceOf(*m_connection, before.payload);
    if (!formerSource)
        return formerSource.failure();
    m_rollups.takeAway(before.payload, *formerSource);
    return m_parts.events->update(placed.sourceId, before.version, after);
}

Result<void> SqlEventStore::writeRevisions(const std::vector<Revision> &revisions)
{
    const bool tellsWriter = m_connection->dialect().hasManyWriters();
    for (const Revision &revision : revisions) {
        const StoredEvent &event = revision.event;
        const Result<std::int64_t> sourceId = m_sources.sourceOf(*m_connection, event.payload);
        if (!sourceId)
            return sourceId.failure();
        std::array<QVariant, 10> row{toEventKey(event.eventId),
                                     event.version,
                                     qlonglong{*sourceId},
                                     sql::fromInstant(event.payload.eventTime),
                                     qlonglong{event.payload.duration.count()},
                                     event.payload.defectCount,
                                     sql::fromInstant(event.receivedTime),
                                     sql::claimLag(event),
                                     sql::fromInstant(revision.supersededAt),
                                     writerOf(event)};
        if (Result<void> done = m_statements->revisions.add(std::span(row).first(tellsWriter ? 10 : 9));
            !done)
            return done;
    }
    return m_statements->revisions.flush();
}

/** Who wrote a version: this writer, unless it was looked up and found to be another's. */
int SqlEventStore::writerOf(const StoredEvent &version) const
{
    const auto foreign = m_foreign.find(version.eventId);
    const bool isForeign = foreign != m_foreign.end() && foreign->second.version == version.version;
    return isForeign ? foreign->second.writer : m_parts.seat->number();
}

Result<void> SqlEventStore::writeRollups(Instant stamp)
{
    std::vector<RollupChange> changes = m_rollups.take();
    if (Result<void> done = writeSums(m_statements->rollups, changes); !done)
        return done;
    if (Result<void> done = m_statements->minutes.write(changes, stamp); !done)
        return done;
    for (RollupChange &change : changes)
        change.sourceId = m_sources.lineSourceOf(change.sourceId);
    return writeSums(m_statements->lineSums, summedByBucket(std::move(changes)));
}

Result<void> SqlEventStore::noteReceipts()
{
    for (const auto &[sourceId, received] : m_received) {
        std::array<QVariant, 2> row{qlonglong{sourceId}, sql::fromInstant(received)};
        if (Result<void> done = m_statements->receipts.add(row); !done)
            return done;
    }
    m_received.clear();
    return m_statements->receipts.flush();
}

Result<void> SqlEventStore::commit()
{
    Result<void> done = m_connection->commit();
    if (done) {
        m_sources.transactionCommitted();
        m_parts.events->transactionCommitted();
        m_parts.seat->transactionCommitted();
        m_foreign.clear();
    }
    return done;
}

void SqlEventStore::rollback()
{
    // A failing ROLLBACK means that the engine has rolled back by itself already.
    (void)m_connection->run(QStringLiteral("ROLLBACK"));
    m_sources.transactionRolledBack();
    m_parts.events->transactionRolledBack();
    m_statements->revisions.clear();
    m_statements->rejections.clear();
    m_statements->rollups.clear();
    m_statements->lineSums.clear();
    m_statements->receipts.clear();
    m_statements->minutes.clear();
    m_rollups = {};
    m_received.clear();
    m_foreign.clear();
}

Result<Instant> SqlEventStore::horizon()
{
    return holdHorizon(*m_connection);
}

Result<void> SqlEventStore::raiseHorizon(Instant horizon)
{
    return SqlRetention(*m_connection, *m_parts.events).raiseHorizon(horizon);
}

Result<Removal> SqlEventStore::removeSome(int rows)
{
    return SqlRetention(*m_connection, *m_parts.events).removeSome(rows);
}

} // namespace linewatch
