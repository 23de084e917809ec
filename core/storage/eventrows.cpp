// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/eventrows.h"

#include "storage/sqlvalues.h"

#include <algorithm>
#include <array>

namespace linewatch {

namespace {

/** Rows read by one statement; a shorter list is filled up with its last number. */
constexpr std::size_t readAtOnce = 64;

QString readSql()
{
    const QString marks =
        QStringLiteral("?") + QStringLiteral(", ?").repeated(static_cast<qsizetype>(readAtOnce) - 1);
    return QStringLiteral("SELECT row_id, event_key, source_id, event_time, duration_ms, defect_count,"
                          " received_time, claim_lag, version FROM event WHERE row_id IN (%1)")
        .arg(marks);
}

EventRow readRow(const QSqlQuery &query)
{
    EventRow row{
        query.value(0).toLongLong(), query.value(1).toByteArray(), query.value(2).toLongLong(), 0, {}};
    sql::readReading(query, 3, row.event);
    row.event.version = query.value(8).toInt();
    return row;
}

} // namespace

EventRows::EventRows(SqlConnection &connection, QSqlQuery read, MultiRowWriter insert, QSqlQuery update)
    : m_connection(&connection)
    , m_read(std::move(read))
    , m_insert(std::move(insert))
    , m_update(std::move(update))
{
}

Result<EventRows> EventRows::prepare(SqlConnection &connection)
{
    Result<QSqlQuery> read = connection.prepare(readSql());
    if (!read)
        return read.failure();
    Result<MultiRowWriter> insert = MultiRowWriter::prepare(
        connection,
        {QStringLiteral("INSERT INTO event (row_id, event_key, source_id, event_time, duration_ms,"
                        " defect_count, received_time, claim_lag, version) VALUES"),
         9, QString()});
    if (!insert)
        return insert.failure();
    Result<QSqlQuery> update = connection.prepare(
        QStringLiteral("UPDATE event SET source_id = ?, event_time = ?, duration_ms = ?, defect_count = ?,"
                       " received_time = ?, claim_lag = ?, version = ? WHERE row_id = ? AND version = ?"));
    if (!update)
        return update.failure();
    return EventRows(connection, std::move(*read), std::move(*insert), std::move(*update));
}

Result<std::int64_t> EventRows::lastRowId()
{
    const Result<QVariant> last = m_connection->readValue(QStringLiteral("SELECT max(row_id) FROM event"));
    if (!last)
        return last.failure();
    return std::int64_t{last->toLongLong()};
}

Result<std::vector<EventRow>> EventRows::read(std::span<const std::int64_t> rowIds)
{
    std::vector<EventRow> rows;
    for (std::size_t first = 0; first < rowIds.size(); first += readAtOnce) {
        for (std::size_t i = 0; i < readAtOnce; ++i) {
            const std::size_t at = std::min(first + i, rowIds.size() - 1);
            m_read.bindValue(static_cast<int>(i), qlonglong{rowIds[at]});
        }
        const auto add = [&rows](const QSqlQuery &row) { rows.push_back(readRow(row)); };
        if (Result<void> done = m_connection->readEach(m_read, add); !done)
            return done.failure();
    }
    return rows;
}

Result<void> EventRows::insert(std::int64_t rowId, const QByteArray &key, std::int64_t sourceId,
                               const StoredEvent &event)
{
    std::array<QVariant, 9> row{qlonglong{rowId}};
    sql::setEventRow(std::span(row).subspan<1>(), key, sourceId, event);
    return m_insert.add(row);
}

Result<bool> EventRows::update(std::int64_t rowId, std::int32_t version, std::int64_t sourceId,
                               const StoredEvent &event)
{
    m_update.bindValue(0, qlonglong{sourceId});
    sql::bindReading(m_update, 1, event);
    m_update.bindValue(6, event.version);
    m_update.bindValue(7, qlonglong{rowId});
    m_update.bindValue(8, version);
    if (Result<void> done = m_connection->execute(m_update); !done)
        return done.failure();
    return m_update.numRowsAffected() == 1;
}

} // namespace linewatch
