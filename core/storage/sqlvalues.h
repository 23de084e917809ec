// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/kpi.h"

#include <QSqlQuery>
#include <QVariant>

#include <span>
#include <string_view>

/** How values are written to and read from columns. */
namespace linewatch::sql {

inline qlonglong fromInstant(Instant instant)
{
    return instant.time_since_epoch().count();
}

inline Instant toInstant(const QVariant &value)
{
    return Instant{std::chrono::microseconds{value.toLongLong()}};
}

inline std::int64_t toSeconds(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

inline Instant fromSeconds(std::int64_t seconds)
{
    return Instant{std::chrono::seconds{seconds}};
}

/** Never a null string, which would be bound as NULL. */
inline QString fromText(std::string_view utf8)
{
    return utf8.empty() ? QStringLiteral("")
                        : QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/** Reads event_time, duration_ms, defect_count, received_time, claim_lag from column @p first on. */
inline void readReading(const QSqlQuery &row, int first, StoredEvent &event)
{
    event.payload.eventTime = toInstant(row.value(first));
    event.payload.duration = std::chrono::milliseconds{row.value(first + 1).toLongLong()};
    event.payload.defectCount = row.value(first + 2).toInt();
    event.receivedTime = toInstant(row.value(first + 3));
    event.recordedTime = event.receivedTime + std::chrono::microseconds{row.value(first + 4).toLongLong()};
}

/** Reads events, run time, defects and unknown events from column @p first on; null is 0. */
inline Totals readTotals(const QSqlQuery &row, int first)
{
    return {row.value(first).toLongLong(), row.value(first + 1).toLongLong(),
            row.value(first + 2).toLongLong(), row.value(first + 3).toLongLong()};
}

/** How much earlier than the server's stamp the receipt is that counts, in microseconds. */
inline qlonglong claimLag(const StoredEvent &event)
{
    return (event.recordedTime - event.receivedTime).count();
}

/** Binds the same from placeholder @p first on. */
inline void bindReading(QSqlQuery &query, int first, const StoredEvent &event)
{
    query.bindValue(first, fromInstant(event.payload.eventTime));
    query.bindValue(first + 1, qlonglong{event.payload.duration.count()});
    query.bindValue(first + 2, event.payload.defectCount);
    query.bindValue(first + 3, fromInstant(event.receivedTime));
    query.bindValue(first + 4, claimLag(event));
}

/** An event's row: event_key, source_id, the reading, version. */
inline void setEventRow(std::span<QVariant, 8> row, const QByteArray &key, std::int64_t sourceId,
                        const StoredEvent &event)
{
    row[0] = key;
    row[1] = qlonglong{sourceId};
    row[2] = fromInstant(event.payload.eventTime);
    row[3] = qlonglong{event.payload.duration.count()};
    row[4] = event.payload.defectCount;
    row[5] = fromInstant(event.receivedTime);
    row[6] = claimLag(event);
    row[7] = event.version;
}

} // namespace linewatch::sql
