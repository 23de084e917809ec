// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventrow.h"
#include "storage/multirow.h"

namespace linewatch {

/** Reads and writes rows of table event by their numbers. */
class EventRows
{
public:
    /** @p connection must outlive it. */
    static Result<EventRows> prepare(SqlConnection &connection);

    /** The highest number that a row has; 0: there is none. */
    Result<std::int64_t> lastRowId();
    /** The rows that have these numbers, in any order. */
    Result<std::vector<EventRow>> read(std::span<const std::int64_t> rowIds);
    /** Rows come in many at a time: only flush() makes sure of the last. */
    Result<void> insert(std::int64_t rowId, const QByteArray &key, std::int64_t sourceId,
                        const StoredEvent &event);
    Result<void> flush() { return m_insert.flush(); }
    /** Whether there was a row of that number and version. */
    Result<bool> update(std::int64_t rowId, std::int32_t version, std::int64_t sourceId,
                        const StoredEvent &event);
    /** Forgets rows that were not flushed. */
    void clear() { m_insert.clear(); }

private:
    EventRows(SqlConnection &connection, QSqlQuery read, MultiRowWriter insert, QSqlQuery update);

    SqlConnection *m_connection;
    QSqlQuery m_read;
    MultiRowWriter m_insert;
    QSqlQuery m_update;
};

} // namespace linewatch
