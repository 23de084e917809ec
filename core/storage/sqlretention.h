// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventstore.h"
#include "storage/eventtable.h"
#include "storage/sqlconnection.h"

namespace linewatch {

/** See EventReader::horizon(). */
Result<Instant> readHorizon(SqlConnection &connection);
/** See EventStore::horizon(). */
Result<Instant> holdHorizon(SqlConnection &connection);

/**
 * Removes what is older than the horizon of a store, in transactions of its own (docs/adr/0015). Belongs to
 * the writer's thread; called between its transactions.
 */
class SqlRetention
{
public:
    /** Both must outlive it. */
    SqlRetention(SqlConnection &connection, EventTable &events) : m_connection(connection), m_events(events)
    {
    }

    /** See EventStore::raiseHorizon(). */
    Result<void> raiseHorizon(Instant horizon);
    /** See EventStore::removeSome(). */
    Result<Removal> removeSome(int rows);

private:
    Result<Removal> removeInTurn(int rows);
    Result<Removal> removeInTransaction(int rows);
    Result<std::int64_t> removeEvents(Instant horizon, int rows);
    Result<void> removeRevisions(const QByteArray &key);
    Result<std::int64_t> removeMinutes(const QString &table, Instant horizon, int rows);

    SqlConnection &m_connection;
    EventTable &m_events;
};

} // namespace linewatch
