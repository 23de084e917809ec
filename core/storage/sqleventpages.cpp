// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqleventpages.h"

#include "storage/eventkey.h"
#include "storage/keysearch.h"
#include "storage/sqlvalues.h"
#include "storage/storestate.h"

#include <algorithm>

namespace linewatch::sqlpages {

namespace {

/** Conditions and the values that go with their question marks, in order. */
struct Where {
    QStringList conditions;
    QVariantList values;

    void add(const QString &condition, const QVariant &value)
    {
        conditions += condition;
        values += value;
    }
    QString sql() const
    {
        return conditions.isEmpty() ? QString()
                                    : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
    }
};

/** The columns that readItem() reads, from table @p table under the name e, which is event or event_revision.
 */
QString itemSelect(const QString &table)
{
    return QStringLiteral("SELECT e.event_key, e.event_time, e.duration_ms, e.defect_count, e.received_time,"
                          " e.claim_lag, e.version, s.machine_id, s.line_id, s.factory_id, %1"
                          " FROM %2 e JOIN source s ON s.source_id = e.source_id"
                          " LEFT JOIN machine m ON m.machine_id = s.machine_id")
        .arg(sql::effectiveLine(), table);
}

EventItem readItem(const QSqlQuery &row)
{
    EventItem item;
    item.event.eventId = fromEventKey(row.value(0).toByteArray());
    sql::readReading(row, 1, item.event);
    item.event.version = row.value(6).toInt();
    item.event.payload.machineId = MachineId(row.value(7).toString());
    item.event.payload.lineId = LineId(row.value(8).toString());
    item.event.payload.factoryId = FactoryId(row.value(9).toString());
    item.line = LineId(row.value(10).toString());
    return item;
}

bool comesFirst(const EventItem &a, const EventItem &b)
{
    if (a.event.payload.eventTime != b.event.payload.eventTime)
        return a.event.payload.eventTime > b.event.payload.eventTime;
    return a.event.eventId > b.event.eventId;
}

/** The numbers of the sources that the filter lets through. */
Result<QVariantList> matchingSources(SqlConnection &connection, const EventFilter &filter)
{
    Where where;
    if (!filter.machineId.isEmpty())
        where.add(QStringLiteral("s.machine_id = ?"), filter.machineId.toString());
    if (!filter.line.isEmpty())
        where.add(sql::effectiveLine() + QStringLiteral(" = ?"), filter.line.toString());
    Result<SqlRows> query =
        connection.ask(QStringLiteral("SELECT s.source_id FROM source s"
                                      " LEFT JOIN machine m ON m.machine_id = s.machine_id")
                           + where.sql(),
                       where.values);
    if (!query)
        return query.failure();
    QVariantList found;
    while (query->next())
        found += query->value(0);
    return found;
}

/** Reads one page of an endless table: asks for the pieces it is made of and keeps the first of them all. */
class PageReader
{
public:
    PageReader(SqlConnection &connection, const EventFilter &filter, int limit,
               std::optional<EventCursor> cursor)
        : m_connection(connection)
        , m_filter(filter)
        , m_limit(limit)
        , m_cursor(std::move(cursor))
    {
    }

    Result<EventPage> read()
    {
        const Result<Instant> newest = storestate::lastStamp(m_connection);
        if (!newest)
            return newest.failure();
        m_asOf = m_cursor ? m_cursor->asOf : *newest;
        if (Result<void> done = isFiltered() ? collectBySource() : collect(QString(), {}); !done)
            return done.failure();
        return cut();
    }

private:
    bool isFiltered() const { return !m_filter.machineId.isEmpty() || !m_filter.line.isEmpty(); }

    Result<void> collectBySource()
    {
        const Result<QVariantList> sources = matchingSources(m_connection, m_filter);
        if (!sources)
            return sources.failure();
        for (const QVariant &source : *sources) {
            if (Result<void> done = collect(QStringLiteral("e.source_id = ?"), source); !done)
                return done;
        }
        return {};
    }

    /** The current rows that have not changed since the first page, and those that have as they were then. */
    Result<void> collect(const QString &condition, const QVariant &value)
    {
        Where current = commonConditions(condition, value);
        current.add(QStringLiteral("e.received_time + e.claim_lag <= ?"), sql::fromInstant(m_asOf));
        if (Result<void> done = append(QStringLiteral("event"), current); !done || !m_cursor)
            return done;
        Where superseded = commonConditions(condition, value);
        superseded.add(QStringLiteral("e.superseded_at > ?"), sql::fromInstant(m_asOf));
        superseded.add(QStringLiteral("e.received_time + e.claim_lag <= ?"), sql::fromInstant(m_asOf));
        return append(QStringLiteral("event_revision"), superseded);
    }

    Where commonConditions(const QString &condition, const QVariant &value) const
    {
        Where where;
        if (!condition.isEmpty())
            where.add(condition, value);
        if (m_filter.from)
            where.add(QStringLiteral("e.event_time >= ?"), sql::fromInstant(*m_filter.from));
        if (m_filter.to)
            where.add(QStringLiteral("e.event_time < ?"), sql::fromInstant(*m_filter.to));
        if (m_cursor) {
            where.add(QStringLiteral("e.event_time <= ?"), sql::fromInstant(m_cursor->eventTime));
            where.add(QStringLiteral("(e.event_time < ? OR %1 < ?)").arg(idText()),
                      sql::fromInstant(m_cursor->eventTime));
            where.values += m_cursor->eventId.toString();
        }
        return where;
    }

    Result<void> append(const QString &table, const Where &where)
    {
        const QString order =
            QStringLiteral(" ORDER BY e.event_time DESC, %1 DESC LIMIT %2").arg(idText()).arg(m_limit + 1);
        Result<SqlRows> query = m_connection.ask(itemSelect(table) + where.sql() + order, where.values);
        if (!query)
            return query.failure();
        while (query->next())
            m_items.push_back(readItem(*query));
        return {};
    }

    QString idText() const { return m_connection.dialect().eventIdText(QStringLiteral("e.event_key")); }

    EventPage cut()
    {
        std::sort(m_items.begin(), m_items.end(), comesFirst);
        const auto limit = static_cast<std::size_t>(m_limit);
        const bool more = m_items.size() > limit;
        if (more)
            m_items.resize(limit);
        EventPage page{std::move(m_items), std::nullopt};
        if (more) {
            const StoredEvent &last = page.items.back().event;
            page.next = EventCursor{m_asOf, last.payload.eventTime, last.eventId};
        }
        return page;
    }

    SqlConnection &m_connection;
    const EventFilter &m_filter;
    int m_limit;
    std::optional<EventCursor> m_cursor;
    Instant m_asOf;
    std::vector<EventItem> m_items;
};

/** The row that has that key; nothing when there is none. */
Result<std::optional<EventItem>> readCurrent(SqlConnection &connection, const QByteArray &key)
{
    const Result<std::vector<std::int64_t>> rowIds = findRowsOfKey(connection, key);
    if (!rowIds)
        return rowIds.failure();
    for (const std::int64_t rowId : *rowIds) {
        Result<SqlRows> row = connection.ask(itemSelect(QStringLiteral("event"))
                                                 + QStringLiteral(" WHERE e.row_id = ? AND e.event_key = ?"),
                                             {qlonglong{rowId}, key});
        if (!row)
            return row.failure();
        if (row->next())
            return std::optional(readItem(*row));
    }
    return std::optional<EventItem>{};
}

RejectedEvent readRejection(const QSqlQuery &row)
{
    return {sql::toInstant(row.value(0)), rejectReasonFromWire(row.value(1).toString().toStdString()),
            row.value(2).toString().toStdString(), row.value(3).toString().toStdString(),
            row.value(4).toString().toStdString()};
}

} // namespace

Result<EventPage> events(SqlConnection &connection, const EventFilter &filter, int limit,
                         const std::optional<EventCursor> &cursor)
{
    return PageReader(connection, filter, limit, cursor).read();
}

Result<std::optional<EventHistory>> event(SqlConnection &connection, const EventId &id)
{
    const QByteArray key = toEventKey(id);
    Result<std::optional<EventItem>> current = readCurrent(connection, key);
    if (!current)
        return current.failure();
    if (!*current)
        return std::optional<EventHistory>{};
    EventHistory history{std::move(**current), {}};

    QString select = itemSelect(QStringLiteral("event_revision"));
    select.replace(QStringLiteral(" FROM "), QStringLiteral(", e.superseded_at FROM "));
    Result<SqlRows> revisions =
        connection.ask(select + QStringLiteral(" WHERE e.event_key = ? ORDER BY e.version"), {key});
    if (!revisions)
        return revisions.failure();
    while (revisions->next())
        history.revisions.push_back({readItem(*revisions), sql::toInstant(revisions->value(11))});
    return std::optional(std::move(history));
}

Result<RejectionPage> rejections(SqlConnection &connection, const RejectionFilter &filter, int limit)
{
    Where where;
    if (filter.machineId)
        where.add(QStringLiteral("machine_id = ?"), sql::fromText(*filter.machineId));
    if (filter.reason != RejectReason::None)
        where.add(QStringLiteral("reason = ?"), sql::fromText(wireName(filter.reason)));
    if (filter.from)
        where.add(QStringLiteral("received_time >= ?"), sql::fromInstant(*filter.from));
    if (filter.to)
        where.add(QStringLiteral("received_time < ?"), sql::fromInstant(*filter.to));
    if (filter.before)
        where.add(QStringLiteral("received_time < ?"), sql::fromInstant(*filter.before));
    Result<SqlRows> query = connection.ask(
        QStringLiteral("SELECT received_time, reason, machine_id, sender, raw"
                       " FROM rejected_event")
            + where.sql() + QStringLiteral(" ORDER BY received_time DESC LIMIT %1").arg(limit + 1),
        where.values);
    if (!query)
        return query.failure();
    RejectionPage page;
    while (query->next())
        page.items.push_back(readRejection(*query));
    page.more = page.items.size() > static_cast<std::size_t>(limit);
    if (page.more)
        page.items.resize(static_cast<std::size_t>(limit));
    return page;
}

} // namespace linewatch::sqlpages
