// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlrejections.h"

#include "storage/sqlvalues.h"
#include "storage/sqlwhere.h"

namespace linewatch::sqlrejections {

namespace {

using sql::Where;

RejectedEvent readRejection(const QSqlQuery &row)
{
    return {
        sql::toInstant(row.value(0)),          rejectReasonFromWire(row.value(1).toString().toStdString()),
        row.value(2).toString().toStdString(), row.value(3).toString().toStdString(),
        row.value(4).toString().toStdString(), row.value(5).toInt()};
}

/**
 * Of which machine and from when to when. No index has machines or senders: of at most 101,000 rows
 * (RejectionRows) all are read within some 70 ms, which is not worth writing one more with each rejected
 * event.
 */
Where whichRejections(const RejectionFilter &filter)
{
    Where where;
    if (filter.machineId)
        where.add(QStringLiteral("machine_id = ?"), sql::fromText(*filter.machineId));
    if (filter.from)
        where.add(QStringLiteral("received_time >= ?"), sql::fromInstant(*filter.from));
    if (filter.to)
        where.add(QStringLiteral("received_time < ?"), sql::fromInstant(*filter.to));
    return where;
}

void addReason(Where &where, const RejectionFilter &filter)
{
    if (filter.reason != RejectReason::None)
        where.add(QStringLiteral("reason = ?"), sql::fromText(wireName(filter.reason)));
}

void addSender(Where &where, const RejectionFilter &filter)
{
    if (filter.sender)
        where.add(QStringLiteral("sender = ?"), sql::fromText(*filter.sender));
}

void addIsBefore(Where &where, const WriterStamp &cursor, const QString &writer)
{
    where.add(QStringLiteral("received_time <= ?"), sql::fromInstant(cursor.stamp));
    where.add(QStringLiteral("(received_time < ? OR %1 < %2)").arg(writer).arg(cursor.writer),
              sql::fromInstant(cursor.stamp));
}

} // namespace

Result<RejectionPage> page(SqlConnection &connection, const RejectionFilter &filter, int limit)
{
    const QString writer =
        connection.dialect().hasManyWriters() ? QStringLiteral("node_id") : QStringLiteral("0");
    Where where = whichRejections(filter);
    addReason(where, filter);
    addSender(where, filter);
    if (filter.before)
        addIsBefore(where, *filter.before, writer);
    RejectionPage found;
    const Result<void> read = connection.readEach(
        QStringLiteral(
            "SELECT received_time, reason, machine_id, sender, raw, %1 AS writer FROM rejected_event")
                .arg(writer)
            + where.sql()
            + QStringLiteral(" ORDER BY received_time DESC, writer DESC LIMIT %1").arg(limit + 1),
        where.values, [&found](const QSqlQuery &row) { found.items.push_back(readRejection(row)); });
    if (!read)
        return read.failure();
    found.more = found.items.size() > static_cast<std::size_t>(limit);
    if (found.more)
        found.items.resize(static_cast<std::size_t>(limit));
    return found;
}

Result<std::vector<RejectionCount>> reasons(SqlConnection &connection, const RejectionFilter &filter)
{
    Where where = whichRejections(filter);
    addSender(where, filter);
    std::vector<RejectionCount> counts;
    const Result<void> read =
        connection.readEach(QStringLiteral("SELECT reason, count(*) FROM rejected_event") + where.sql()
                                + QStringLiteral(" GROUP BY reason"),
                            where.values, [&](const QSqlQuery &row) {
                                counts.push_back({rejectReasonFromWire(row.value(0).toString().toStdString()),
                                                  row.value(1).toLongLong()});
                            });
    if (!read)
        return read.failure();
    return counts;
}

Result<std::vector<RejectionSender>> senders(SqlConnection &connection, const RejectionFilter &filter,
                                             int limit)
{
    Where where = whichRejections(filter);
    addReason(where, filter);
    std::vector<RejectionSender> found;
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT sender, count(*) AS events FROM rejected_event") + where.sql()
            + QStringLiteral(" GROUP BY sender ORDER BY events DESC, sender LIMIT %1").arg(limit),
        where.values, [&found](const QSqlQuery &row) {
            found.push_back({row.value(0).toString().toStdString(), row.value(1).toLongLong()});
        });
    if (!read)
        return read.failure();
    return found;
}

} // namespace linewatch::sqlrejections
