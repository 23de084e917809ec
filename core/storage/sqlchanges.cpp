// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlchanges.h"

#include "storage/sqlvalues.h"

#include <algorithm>
#include <set>

namespace linewatch::sqlchanges {

namespace {

/** The epoch for a writer that had not committed then. */
Instant stampOf(const StoreStamps &stamps, int writer)
{
    const auto found = std::ranges::find(stamps, writer, &WriterStamp::writer);
    return found == stamps.end() ? Instant{} : found->stamp;
}

Result<void> addMinutes(SqlConnection &connection, const WriterStamp &seen, Instant since,
                        std::set<Instant> &minutes)
{
    return connection.readEach(
        connection.dialect().changedMinutes(),
        {qlonglong{sql::toSeconds(since)}, seen.writer, sql::fromInstant(seen.stamp)},
        [&minutes](const QSqlQuery &row) { minutes.insert(sql::fromSeconds(row.value(0).toLongLong())); });
}

} // namespace

Result<StoreStamps> stamps(SqlConnection &connection)
{
    StoreStamps stamps;
    const Result<void> read =
        connection.readEach(connection.dialect().newestStamps(), {}, [&stamps](const QSqlQuery &row) {
            stamps.push_back({row.value(0).toInt(), sql::toInstant(row.value(1))});
        });
    if (!read)
        return read.failure();
    if (stamps.empty() && !connection.dialect().hasManyWriters())
        stamps.push_back({}); // its writer has not written yet
    return stamps;
}

Result<std::vector<Instant>> changedMinutes(SqlConnection &connection, const StoreStamps &seen, Instant since)
{
    const Result<StoreStamps> now = stamps(connection);
    if (!now)
        return now.failure();
    std::set<Instant> minutes;
    for (const WriterStamp &newest : *now) {
        const Instant before = stampOf(seen, newest.writer);
        if (newest.stamp <= before)
            continue;
        if (Result<void> done = addMinutes(connection, {newest.writer, before}, since, minutes); !done)
            return done.failure();
    }
    return std::vector(minutes.begin(), minutes.end());
}

} // namespace linewatch::sqlchanges
