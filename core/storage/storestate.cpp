// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storestate.h"

namespace linewatch::storestate {

Result<std::int64_t> read(SqlConnection &connection, const char *name)
{
    const Result<QVariant> value = connection.readValue(
        QStringLiteral("SELECT value FROM store_state WHERE name = ?"), {QString::fromLatin1(name)});
    if (!value)
        return value.failure();
    return std::int64_t{value->toLongLong()};
}

Result<void> write(SqlConnection &connection, const char *name, std::int64_t value)
{
    const Result<SqlRows> written =
        connection.ask(QStringLiteral("INSERT INTO store_state (name, value) VALUES (?, ?)"
                                      " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                       {QString::fromLatin1(name), qlonglong{value}});
    return written ? Result<void>{} : written.failure();
}

Result<Instant> lastStamp(SqlConnection &connection)
{
    const Result<std::int64_t> stamp = read(connection, LastStamp);
    if (!stamp)
        return stamp.failure();
    return Instant{std::chrono::microseconds{*stamp}};
}

} // namespace linewatch::storestate
