// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rejectionrows.h"

#include "storage/sqlvalues.h"

#include <array>

namespace linewatch {

RejectionRows::RejectionRows(SqlConnection &connection, MultiRowWriter insert, QSqlQuery trim)
    : m_connection(&connection)
    , m_insert(std::move(insert))
    , m_trim(std::move(trim))
{
}

Result<RejectionRows> RejectionRows::prepare(SqlConnection &connection)
{
    Result<MultiRowWriter> insert = MultiRowWriter::prepare(
        connection,
        {QStringLiteral("INSERT INTO rejected_event (received_time, reason, machine_id, sender, raw) VALUES"),
         5, QString()});
    if (!insert)
        return insert.failure();
    Result<QSqlQuery> trim = connection.prepare(
        QStringLiteral(
            "DELETE FROM rejected_event WHERE received_time <="
            " (SELECT received_time FROM rejected_event ORDER BY received_time DESC LIMIT 1 OFFSET %1)")
            .arg(Kept));
    if (!trim)
        return trim.failure();
    return RejectionRows(connection, std::move(*insert), std::move(*trim));
}

Result<void> RejectionRows::write(const std::vector<RejectedEvent> &rejections)
{
    for (const RejectedEvent &rejected : rejections) {
        std::array<QVariant, 5> row{
            sql::fromInstant(rejected.receivedTime), sql::fromText(wireName(rejected.reason)),
            sql::fromText(rejected.machineId), sql::fromText(rejected.sender), sql::fromText(rejected.raw)};
        if (Result<void> done = m_insert.add(row); !done)
            return done;
    }
    if (Result<void> done = m_insert.flush(); !done)
        return done;
    m_sinceTrim += rejections.size();
    if (m_sinceTrim < TrimEvery)
        return {};
    m_sinceTrim = 0;
    return m_connection->execute(m_trim);
}

} // namespace linewatch
