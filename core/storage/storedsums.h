// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/recount.h"

namespace linewatch {

/**
 * The sums of one table and one width as a store keeps them, bucket by bucket in the order of time, those of
 * all nodes together. Reads a page at a time, within a transaction that reads one state.
 */
class StoredSums
{
public:
    /** @p table is rollup_bucket or line_bucket; buckets that start before @p from are left out. */
    StoredSums(SqlConnection &connection, const QString &table, BucketWidth width,
               Instant from = Instant::min());

    /** The start of the next bucket in seconds since the epoch; nothing at the end. */
    Result<std::optional<std::int64_t>> nextStart();
    /** The sums of that bucket; what follows is the next. */
    Result<SumsBySource> take();

private:
    struct Row {
        std::int64_t start = 0;
        std::int64_t sourceId = 0;
        Totals totals;
    };

    Result<bool> hasRow();
    Result<void> readPage();

    SqlConnection *m_connection;
    QString m_question;
    std::int32_t m_width;
    std::vector<Row> m_page;
    std::size_t m_next = 0; ///< of the page
    Row m_last;             ///< that was read, or where to begin
    bool m_atEnd = false;
};

} // namespace linewatch
