// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/minutechanges.h"

#include "model/rollup.h"
#include "storage/sqlvalues.h"

#include <array>

namespace linewatch {

MinuteChanges::MinuteChanges(SqlConnection &connection, MultiRowWriter insert)
    : m_connection(&connection)
    , m_insert(std::move(insert))
{
}

Result<MinuteChanges> MinuteChanges::prepare(SqlConnection &connection, int writer)
{
    Result<MultiRowWriter> insert =
        MultiRowWriter::prepare(connection, connection.dialect().noteMinutes(writer));
    if (!insert)
        return insert.failure();
    return MinuteChanges(connection, std::move(*insert));
}

Result<void> MinuteChanges::write(const std::vector<RollupChange> &changes, Instant stamp)
{
    if (changes.empty())
        return {};
    const std::int64_t oldest = sql::toSeconds(stamp - Noted);
    std::int64_t last = oldest - 1; // the sources of a minute stand together
    for (const RollupChange &change : changes) {
        if (change.width != static_cast<std::int32_t>(BucketWidth::Minute) || change.start <= last)
            continue;
        last = change.start;
        std::array<QVariant, 2> row{qlonglong{change.start}, sql::fromInstant(stamp)};
        if (Result<void> done = m_insert.add(row); !done)
            return done;
    }
    if (Result<void> done = m_insert.flush(); !done)
        return done;
    return trim(stamp);
}

Result<void> MinuteChanges::trim(Instant stamp)
{
    const Instant day = bucketStart(stamp, BucketWidth::Day);
    if (day == m_trimmedDay)
        return {};
    const Result<SqlRows> deleted =
        m_connection->ask(QStringLiteral("DELETE FROM minute_change WHERE bucket_start < ?"),
                          {qlonglong{sql::toSeconds(stamp - Kept)}});
    if (!deleted)
        return deleted.failure();
    m_trimmedDay = day;
    return {};
}

void MinuteChanges::clear()
{
    m_insert.clear();
    m_trimmedDay = Instant::min(); // what was deleted is back
}

} // namespace linewatch
