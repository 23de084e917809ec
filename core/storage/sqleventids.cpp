// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqleventids.h"

#include "storage/eventkey.h"
#include "storage/sqlwhere.h"

namespace linewatch {

namespace {

constexpr qsizetype uuidLength = 36;

bool isDash(qsizetype place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

/** The digits of a UUID that begins so, as SQL's hex() writes them; empty: no canonical one does. */
QString uuidDigits(const QString &beginning)
{
    static const QString digits = QStringLiteral("0123456789abcdef");
    if (beginning.size() > uuidLength)
        return {};
    QString found;
    for (qsizetype place = 0; place < beginning.size(); ++place) {
        const QChar sign = beginning[place];
        if (isDash(place) ? sign != QLatin1Char('-') : !digits.contains(sign))
            return {};
        if (!isDash(place))
            found += sign.toUpper();
    }
    return found;
}

/** Which keys are those of ids that begin so (storage/eventkey.h): bytes, as ids are compared. */
sql::Where keysOf(const EventId &beginning)
{
    const QByteArray text = QByteArray::fromStdString(beginning.utf8());
    sql::Where where;
    where.conditions +=
        QStringLiteral("length(n.event_key) <> 16 AND substr(n.event_key, 1, %1) = ?").arg(text.size());
    where.values += text;
    const QString digits = uuidDigits(beginning.toString());
    if (!digits.isEmpty()) {
        where.conditions += QStringLiteral("length(n.event_key) = 16 AND substr(hex(n.event_key), 1, %1) = ?")
                                .arg(digits.size());
        where.values += digits;
    }
    return where;
}

} // namespace

Result<std::vector<EventId>> findNewestIds(SqlConnection &connection, const EventId &beginning, int among,
                                           int limit)
{
    std::vector<EventId> ids;
    if (beginning.isEmpty())
        return ids;
    const sql::Where where = keysOf(beginning);
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT n.event_key FROM (SELECT e.event_key, e.event_time FROM event e"
                       " ORDER BY e.event_time DESC LIMIT %1) n WHERE (%2)"
                       " ORDER BY n.event_time DESC, n.event_key LIMIT %3")
            .arg(among)
            .arg(where.conditions.join(QStringLiteral(") OR (")))
            .arg(limit),
        where.values,
        [&ids](const QSqlQuery &row) { ids.push_back(fromEventKey(row.value(0).toByteArray())); });
    if (!read)
        return read.failure();
    return ids;
}

} // namespace linewatch
