// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rejectionrows.h"

#include "storage/sqlvalues.h"

#include <array>

namespace linewatch {

RejectionRows::RejectionRows(SqlConnection &connection, MultiRowWriter insert)
    : m_connection(&connection)
    , m_insert(std::move(insert))
{
}

Result<RejectionRows> RejectionRows::prepare(SqlConnection &connection, int writer)
{
    Result<MultiRowWriter> insert =
        MultiRowWriter::prepare(connection, connection.dialect().addRejections(writer));
    if (!insert)
        return insert.failure();
    return RejectionRows(connection, std::move(*insert));
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
    return trim();
}

/** In two statements: not every engine deletes from a table by what it reads in the same one. */
Result<void> RejectionRows::trim()
{
    const Result<QVariant> newest = newestToGo();
    if (!newest)
        return newest.failure();
    if (newest->isNull())
        return {};
    const Result<SqlRows> deleted =
        m_connection->ask(QStringLiteral("DELETE FROM rejected_event WHERE received_time <= ?"), {*newest});
    return deleted ? Result<void>{} : deleted.failure();
}

/** The receipt of the newest row beyond those that are kept; null when there is none. */
Result<QVariant> RejectionRows::newestToGo()
{
    return m_connection->readValue(
        QStringLiteral(
            "SELECT received_time FROM rejected_event ORDER BY received_time DESC LIMIT 1 OFFSET %1")
            .arg(Kept));
}

} // namespace linewatch
