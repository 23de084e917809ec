// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyedevents.h"

#include "storage/eventkey.h"
#include "storage/sqlvalues.h"

#include <algorithm>
#include <array>

namespace linewatch {

namespace {

constexpr int insertColumns = 8;

QString findSql(int keys)
{
    const QString marks = QStringLiteral("?") + QStringLiteral(", ?").repeated(keys - 1);
    return QStringLiteral(
               "SELECT row_id, event_key, source_id, node_id, event_time, duration_ms, defect_count,"
               " received_time, claim_lag, version FROM event WHERE event_key IN (%1)")
        .arg(marks);
}

EventRow readRow(const QSqlQuery &query)
{
    EventRow row{query.value(0).toLongLong(),
                 query.value(1).toByteArray(),
                 query.value(2).toLongLong(),
                 query.value(3).toInt(),
                 {}};
    sql::readReading(query, 4, row.event);
    row.event.version = query.value(9).toInt();
    return row;
}

template <class Changes>
void sortByKey(Changes &changes)
{
    std::sort(changes.begin(), changes.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
}

} // namespace

KeyedEvents::KeyedEvents(SqlConnection &connection, std::vector<Finder> finders, MultiRowWriter inserts,
                         QSqlQuery update)
    : m_connection(connection)
    , m_finders(std::move(finders))
    , m_inserts(std::move(inserts))
    , m_update(std::move(update))
{
    m_inserts.setOnDuplicate([this](std::span<const QVariant> values) { return noteThoseThere(values); });
}

Result<std::unique_ptr<EventTable>> KeyedEvents::open(SqlConnection &connection, int writer)
{
    std::vector<Finder> finders;
    for (const int keys : connection.dialect().rowsAtOnce()) {
        Result<QSqlQuery> find = connection.prepare(findSql(keys));
        if (!find)
            return find.failure();
        finders.push_back({static_cast<std::size_t>(keys), std::move(*find)});
    }
    Result<MultiRowWriter> inserts = MultiRowWriter::prepare(
        connection,
        {QStringLiteral("INSERT INTO event (event_key, source_id, event_time, duration_ms, defect_count,"
                        " received_time, claim_lag, version, node_id) VALUES"),
         insertColumns, QString(), QStringLiteral(", %1").arg(writer)});
    if (!inserts)
        return inserts.failure();
    Result<QSqlQuery> update = connection.prepare(
        QStringLiteral("UPDATE event SET source_id = ?, event_time = ?, duration_ms = ?, defect_count = ?,"
                       " received_time = ?, claim_lag = ?, version = ?, node_id = %1"
                       " WHERE event_key = ? AND version = ?")
            .arg(writer));
    if (!update)
        return update.failure();
    return std::unique_ptr<EventTable>(
        new KeyedEvents(connection, std::move(finders), std::move(*inserts), std::move(*update)));
}

Result<std::vector<EventRow>> KeyedEvents::find(std::span<const EventId> ids)
{
    std::vector<QByteArray> keys;
    keys.reserve(ids.size());
    for (const EventId &id : ids)
        keys.push_back(toEventKey(id));
    std::sort(keys.begin(), keys.end());
    std::vector<EventRow> rows;
    if (Result<void> done = findKeys(keys, rows); !done)
        return done.failure();
    return rows;
}

Result<void> KeyedEvents::findKeys(std::span<const QByteArray> keys, std::vector<EventRow> &rows)
{
    for (Finder &finder : m_finders) {
        for (; keys.size() >= finder.keys; keys = keys.subspan(finder.keys)) {
            for (std::size_t i = 0; i < finder.keys; ++i)
                finder.query.bindValue(static_cast<int>(i), keys[i]);
            const auto add = [&rows](const QSqlQuery &row) { rows.push_back(readRow(row)); };
            if (Result<void> done = m_connection.readEach(finder.query, add); !done)
                return done;
        }
    }
    return {};
}

Result<void> KeyedEvents::insert(std::int64_t sourceId, const StoredEvent &event)
{
    m_toInsert.push_back({toEventKey(event.eventId), sourceId, 0, &event});
    return {};
}

Result<void> KeyedEvents::update(std::int64_t sourceId, std::int32_t version, const StoredEvent &event)
{
    m_toUpdate.push_back({toEventKey(event.eventId), sourceId, version, &event});
    return {};
}

Result<std::vector<EventId>> KeyedEvents::flush()
{
    sortByKey(m_toInsert);
    sortByKey(m_toUpdate);
    if (Result<void> done = insertAll(); !done)
        return done.failure();
    if (Result<void> done = updateAll(); !done)
        return done.failure();
    return m_missed;
}

Result<void> KeyedEvents::insertAll()
{
    for (const Change &change : m_toInsert) {
        std::array<QVariant, insertColumns> row;
        sql::setEventRow(row, change.key, change.sourceId, *change.event);
        if (Result<void> done = m_inserts.add(row); !done)
            return done;
    }
    m_toInsert.clear();
    return m_inserts.flush();
}

Result<void> KeyedEvents::updateAll()
{
    for (const Change &change : m_toUpdate) {
        m_update.bindValue(0, qlonglong{change.sourceId});
        sql::bindReading(m_update, 1, *change.event);
        m_update.bindValue(6, change.event->version);
        m_update.bindValue(7, change.key);
        m_update.bindValue(8, change.version);
        if (Result<void> done = m_connection.execute(m_update); !done)
            return done;
        if (m_update.numRowsAffected() != 1)
            m_missed.push_back(change.event->eventId);
    }
    m_toUpdate.clear();
    return {};
}

/** A statement that met a key of another writer has inserted none of its rows: which were there? */
Result<void> KeyedEvents::noteThoseThere(std::span<const QVariant> values)
{
    std::vector<QByteArray> keys;
    for (std::size_t first = 0; first < values.size(); first += insertColumns)
        keys.push_back(values[first].toByteArray());
    std::vector<EventRow> there;
    if (Result<void> done = findKeys(keys, there); !done)
        return done;
    for (const EventRow &row : there)
        m_missed.push_back(fromEventKey(row.key));
    if (!there.empty())
        return {};
    return Failure{Failure::Kind::Contended, // it was there and is gone
                   Sentence("%1: %2", m_connection.dialect().displayText(),
                            Sentence(QT_TRANSLATE_NOOP("Failure", "another writer was in the way")))};
}

void KeyedEvents::transactionCommitted()
{
    m_missed.clear();
}

void KeyedEvents::transactionRolledBack()
{
    m_toInsert.clear();
    m_toUpdate.clear();
    m_inserts.clear();
    m_missed.clear();
}

} // namespace linewatch
