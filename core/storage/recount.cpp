// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/recount.h"

#include "storage/sqlvalues.h"

#include <limits>

namespace linewatch {

namespace {

constexpr int pageRows = 20'000;

std::int64_t minuteOf(const EventPayload &payload)
{
    return sql::toSeconds(bucketStart(payload.eventTime, BucketWidth::Minute));
}

} // namespace

Recount::Recount(SqlConnection &connection, Instant from)
    : m_connection(connection)
    , m_time(from)
    , m_rowId(std::numeric_limits<std::int64_t>::min())
{
}

Result<std::optional<CountedMinute>> Recount::next()
{
    std::optional<CountedMinute> minute;
    for (;;) {
        const Result<bool> more = hasRow();
        if (!more)
            return more.failure();
        if (!*more)
            return minute;
        const Row &row = m_page[m_next];
        const std::int64_t start = minuteOf(row.payload);
        if (!minute)
            minute.emplace().start = start;
        if (start != minute->start)
            return minute;
        minute->sums[row.sourceId] += totalsOf(row.payload);
        ++m_next;
        ++m_read;
    }
}

Result<bool> Recount::hasRow()
{
    if (m_next == m_page.size() && !m_atEnd) {
        if (Result<void> done = readPage(); !done)
            return done.failure();
    }
    return m_next < m_page.size();
}

Result<void> Recount::readPage()
{
    m_page.clear();
    m_next = 0;
    // The index over times has the row's number behind the time, on each engine.
    const Result<void> read = m_connection.readEach(
        QStringLiteral("SELECT row_id, source_id, event_time, duration_ms, defect_count FROM event"
                       " WHERE event_time >= ? AND (event_time > ? OR row_id > ?)"
                       " ORDER BY event_time, row_id LIMIT %1")
            .arg(pageRows),
        {sql::fromInstant(m_time), sql::fromInstant(m_time), qlonglong{m_rowId}},
        [this](const QSqlQuery &from) {
            Row &row = m_page.emplace_back();
            row.rowId = from.value(0).toLongLong();
            row.sourceId = from.value(1).toLongLong();
            row.payload.eventTime = sql::toInstant(from.value(2));
            row.payload.duration = std::chrono::milliseconds{from.value(3).toLongLong()};
            row.payload.defectCount = from.value(4).toInt();
        });
    if (!read)
        return read;
    m_atEnd = m_page.size() < pageRows;
    if (!m_page.empty()) {
        m_time = m_page.back().payload.eventTime;
        m_rowId = m_page.back().rowId;
    }
    return {};
}

} // namespace linewatch
