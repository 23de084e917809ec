// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storedsums.h"

#include "storage/sqlvalues.h"

#include <limits>

namespace linewatch {

namespace {

constexpr int pageRows = 10'000;

} // namespace

StoredSums::StoredSums(SqlConnection &connection, const QString &table, BucketWidth width, Instant from)
    : m_connection(&connection)
    , m_question(QStringLiteral("SELECT bucket_start, source_id, sum(events), sum(run_time_ms), sum(defects),"
                                " sum(unknown_events) FROM %1 WHERE bucket_width = ? AND bucket_start >= ?"
                                " AND (bucket_start > ? OR source_id > ?) GROUP BY bucket_start, source_id"
                                " ORDER BY bucket_start, source_id LIMIT %2")
                     .arg(table)
                     .arg(pageRows))
    , m_width(static_cast<std::int32_t>(width))
    , m_last{sql::toSeconds(from), std::numeric_limits<std::int64_t>::min(), {}}
{
}

Result<std::optional<std::int64_t>> StoredSums::nextStart()
{
    const Result<bool> more = hasRow();
    if (!more)
        return more.failure();
    return *more ? std::optional(m_page[m_next].start) : std::nullopt;
}

Result<SumsBySource> StoredSums::take()
{
    SumsBySource sums;
    std::optional<std::int64_t> start;
    for (;;) {
        const Result<bool> more = hasRow();
        if (!more)
            return more.failure();
        if (!*more || (start && m_page[m_next].start != *start))
            return sums;
        const Row &row = m_page[m_next++];
        start = row.start;
        sums[row.sourceId] += row.totals;
    }
}

Result<bool> StoredSums::hasRow()
{
    if (m_next == m_page.size() && !m_atEnd) {
        if (Result<void> done = readPage(); !done)
            return done.failure();
    }
    return m_next < m_page.size();
}

Result<void> StoredSums::readPage()
{
    m_page.clear();
    m_next = 0;
    const Result<void> read = m_connection->readEach(
        m_question, {m_width, qlonglong{m_last.start}, qlonglong{m_last.start}, qlonglong{m_last.sourceId}},
        [this](const QSqlQuery &row) {
            m_page.push_back({row.value(0).toLongLong(), row.value(1).toLongLong(), sql::readTotals(row, 2)});
        });
    if (!read)
        return read;
    m_atEnd = m_page.size() < pageRows;
    if (!m_page.empty())
        m_last = m_page.back();
    return {};
}

} // namespace linewatch
