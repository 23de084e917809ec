// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqleventreader.h"

#include "storage/eventmatch.h"
#include "storage/registryrows.h"
#include "storage/sqlchanges.h"
#include "storage/sqleventids.h"
#include "storage/sqleventpages.h"
#include "storage/sqlrejections.h"
#include "storage/sqlretention.h"
#include "storage/sqltotals.h"
#include "storage/sqlvalues.h"

namespace linewatch {

SqlEventReader::SqlEventReader(std::unique_ptr<SqlConnection> connection, std::int64_t owner)
    : m_owner(owner)
    , m_connection(std::move(connection))
{
}

Result<std::unique_ptr<SqlEventReader>> SqlEventReader::open(const SqlDialect &dialect, std::int64_t owner)
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    return std::unique_ptr<SqlEventReader>(new SqlEventReader(std::move(*connection), owner));
}

Result<void> SqlEventReader::beginSnapshot()
{
    return m_connection->run(m_connection->dialect().beginRead());
}

void SqlEventReader::endSnapshot()
{
    // Nothing was written; a failure means that no transaction is open any more.
    (void)m_connection->run(QStringLiteral("ROLLBACK"));
}

Result<Instant> SqlEventReader::horizon()
{
    return readHorizon(*m_connection);
}

Result<std::vector<SourceTotals>> SqlEventReader::totals(const TotalsFilter &filter, const WindowPlan &plan)
{
    return sqltotals::totals(*m_connection, filter, plan);
}

Result<std::vector<SourceTotals>> SqlEventReader::lineTotals(const FactoryId &factoryId,
                                                             const WindowPlan &plan)
{
    return sqltotals::lineTotals(*m_connection, factoryId, plan);
}

Result<std::vector<MinuteTotals>> SqlEventReader::minuteTotals(TimeWindow window)
{
    return sqltotals::minuteTotals(*m_connection, window);
}

Result<std::vector<StepTotals>> SqlEventReader::stepTotals(const StepPlan &plan)
{
    return sqltotals::stepTotals(*m_connection, plan);
}

Result<std::vector<Source>> SqlEventReader::sources()
{
    return sqltotals::sources(*m_connection);
}

Result<std::optional<Instant>> SqlEventReader::lastEventTime(std::int64_t sourceId,
                                                             std::optional<TimeWindow> window)
{
    return sqltotals::lastEventTime(*m_connection, sourceId, window);
}

Result<std::unordered_map<std::int64_t, Instant>>
SqlEventReader::lastEventTimes(std::optional<TimeWindow> window)
{
    return sqltotals::lastEventTimes(*m_connection, window);
}

Result<Instant> SqlEventReader::committedStamp()
{
    const Result<QVariant> stamp = m_connection->readValue(m_connection->dialect().committedStamp(m_owner));
    if (!stamp)
        return stamp.failure();
    return sql::toInstant(*stamp);
}

Result<StoreStamps> SqlEventReader::stamps()
{
    return sqlchanges::stamps(*m_connection);
}

Result<std::vector<Instant>> SqlEventReader::changedMinutes(const StoreStamps &seen, Instant since)
{
    return sqlchanges::changedMinutes(*m_connection, seen, since);
}

Result<EventPage> SqlEventReader::events(const EventFilter &filter, int limit,
                                         const std::optional<EventCursor> &cursor)
{
    return sqlpages::events(*m_connection, filter, limit, cursor);
}

Result<std::int64_t> SqlEventReader::countByReading(const EventFilter &filter)
{
    return eventmatch::count(*m_connection, filter);
}

Result<std::vector<EventId>> SqlEventReader::newestIds(const EventId &beginning, int among, int limit)
{
    return findNewestIds(*m_connection, beginning, among, limit);
}

Result<std::optional<EventHistory>> SqlEventReader::event(const EventId &id)
{
    return sqlpages::event(*m_connection, id);
}

Result<Registry> SqlEventReader::registry()
{
    return registryrows::registry(*m_connection);
}

Result<std::optional<RegisteredMachine>> SqlEventReader::registeredMachine(const MachineId &machineId)
{
    return registryrows::machine(*m_connection, machineId);
}

Result<std::int64_t> SqlEventReader::registryRevision()
{
    return registryrows::revision(*m_connection);
}

Result<RejectionPage> SqlEventReader::rejections(const RejectionFilter &filter, int limit)
{
    return sqlrejections::page(*m_connection, filter, limit);
}

Result<std::vector<RejectionCount>> SqlEventReader::rejectionCounts(const RejectionFilter &filter)
{
    return sqlrejections::reasons(*m_connection, filter);
}

Result<std::vector<RejectionSender>> SqlEventReader::rejectionSenders(const RejectionFilter &filter,
                                                                      int limit)
{
    return sqlrejections::senders(*m_connection, filter, limit);
}

} // namespace linewatch
