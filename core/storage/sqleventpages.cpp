// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqleventpages.h"

#include "storage/eventkey.h"
#include "storage/eventmatch.h"
#include "storage/keysearch.h"
#include "storage/registryrows.h"
#include "storage/sqlchanges.h"
#include "storage/sqlvalues.h"
#include "storage/sqlwhere.h"

#include <algorithm>

namespace linewatch::sqlpages {

namespace {

using eventmatch::MatchingSource;
using sql::Where;

/** The columns that readItem() reads, from table @p table under the name e, which is event or event_revision.
 */
QString itemSelect(const QString &table)
{
    return QStringLiteral("SELECT e.event_key, e.event_time, e.duration_ms, e.defect_count, e.received_time,"
                          " e.claim_lag, e.version, s.machine_id, s.line_id, s.factory_id"
                          " FROM %1 e JOIN source s ON s.source_id = e.source_id")
        .arg(table);
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
    return item;
}

/** Says of events that state no line for which they count. */
class EventLines
{
public:
    explicit EventLines(SqlConnection &connection) : m_connection(connection) { }

    /** At once, for events of many machines. */
    Result<void> tellAll(std::vector<EventItem> &items)
    {
        Result<std::map<MachineId, LineAssignments>> all = registryrows::assignments(m_connection);
        if (!all)
            return all.failure();
        m_known = std::move(*all);
        m_knowsAll = true;
        for (EventItem &item : items) {
            if (Result<void> done = tell(item); !done)
                return done;
        }
        return {};
    }

    Result<void> tell(EventItem &item)
    {
        const EventPayload &payload = item.event.payload;
        if (!payload.lineId.isEmpty()) {
            item.line = payload.lineId;
            return {};
        }
        const auto [known, isNew] = m_known.try_emplace(payload.machineId);
        if (isNew && !m_knowsAll) {
            Result<std::map<MachineId, LineAssignments>> read =
                registryrows::assignments(m_connection, payload.machineId);
            if (!read)
                return read.failure();
            known->second = std::move((*read)[payload.machineId]);
        }
        const LineId assigned = assignedLine(known->second, payload.eventTime);
        item.line = assigned.isEmpty() ? LineId(payload.machineId.utf8()) : assigned;
        return {};
    }

private:
    SqlConnection &m_connection;
    std::map<MachineId, LineAssignments> m_known;
    bool m_knowsAll = false;
};

bool comesFirst(const EventItem &a, const EventItem &b)
{
    if (a.event.payload.eventTime != b.event.payload.eventTime)
        return a.event.payload.eventTime > b.event.payload.eventTime;
    return a.event.eventId > b.event.eventId;
}

/** A stamp and the writer that gave it out, as expressions; no writer in a store that has only one. */
struct StampColumns {
    QString stamp;
    QString writer;
};

/** Which stamps a state has to have a relation to; @p compare is "<=" or ">". */
QStringList compared(const StoreStamps &state, const StampColumns &columns, const QString &compare,
                     Where &where)
{
    QStringList parts;
    for (const WriterStamp &each : state) {
        const QString part = columns.stamp + QLatin1Char(' ') + compare + QStringLiteral(" ?");
        parts += columns.writer.isEmpty()
            ? part
            : QStringLiteral("(%1 = %2 AND %3)").arg(columns.writer).arg(each.writer).arg(part);
        where.values += sql::fromInstant(each.stamp);
    }
    return parts;
}

QString anyOf(const QStringList &parts)
{
    return QLatin1Char('(') + parts.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

/** That the stamp is one of a state. */
void addIsIn(Where &where, const StoreStamps &state, const StampColumns &columns)
{
    const QStringList parts = compared(state, columns, QStringLiteral("<="), where);
    where.conditions += parts.isEmpty() ? QStringLiteral("1 = 0") : anyOf(parts);
}

/** That it came later: in ranges, for an index over writers and stamps. New writers have the next numbers. */
void addIsAfter(Where &where, const StoreStamps &state, const StampColumns &columns)
{
    QStringList parts = compared(state, columns, QStringLiteral(">"), where);
    if (!columns.writer.isEmpty())
        parts += QStringLiteral("%1 > %2").arg(columns.writer).arg(state.empty() ? -1 : state.back().writer);
    where.conditions += anyOf(parts);
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
        if (m_cursor) {
            m_asOf = m_cursor->asOf;
        } else {
            Result<StoreStamps> newest = sqlchanges::stamps(m_connection);
            if (!newest)
                return newest.failure();
            m_asOf = std::move(*newest);
        }
        if (Result<void> done = eventmatch::namesSources(m_filter) ? collectBySource() : collect(nullptr);
            !done)
            return done.failure();
        return cut();
    }

private:
    Result<void> collectBySource()
    {
        const Result<std::vector<MatchingSource>> sources =
            eventmatch::matchingSources(m_connection, m_filter);
        if (!sources)
            return sources.failure();
        for (const MatchingSource &source : *sources) {
            if (Result<void> done = collect(&source); !done)
                return done;
        }
        return {};
    }

    /** The current rows that have not changed since the first page, and those that have as they were then. */
    Result<void> collect(const MatchingSource *source)
    {
        const bool tellsWriter = m_connection.dialect().hasManyWriters();
        const StampColumns recorded{QStringLiteral("e.received_time + e.claim_lag"),
                                    tellsWriter ? QStringLiteral("e.node_id") : QString()};
        Where current = commonConditions(source);
        addIsIn(current, m_asOf, recorded);
        if (Result<void> done = append(QStringLiteral("event"), current); !done || !m_cursor)
            return done;
        Where superseded = commonConditions(source);
        addIsAfter(superseded, m_asOf,
                   {QStringLiteral("e.superseded_at"),
                    tellsWriter ? QStringLiteral("e.superseding_node_id") : QString()});
        addIsIn(superseded, m_asOf, recorded);
        return append(QStringLiteral("event_revision"), superseded);
    }

    Where commonConditions(const MatchingSource *source) const
    {
        Where where;
        if (source)
            eventmatch::addSource(where, *source, m_filter);
        else
            eventmatch::addTimes(where, m_filter);
        eventmatch::addDefects(where, m_filter.defects);
        if (m_cursor) {
            where.add(QStringLiteral("e.event_time <= ?"), sql::fromInstant(m_cursor->eventTime));
            where.add(QStringLiteral("(e.event_time < ? OR %1 < ?)").arg(idText()),
                      sql::fromInstant(m_cursor->eventTime));
            where.values += m_cursor->eventId.toString();
        }
        return where;
    }

    Result<void> append(const QString &table, Where where)
    {
        if (!m_connection.dialect().sortsTiesOnly()) {
            if (Result<void> done = leaveOutWhatSorts(table, where); !done)
                return done;
        }
        const QString order =
            QStringLiteral(" ORDER BY e.event_time DESC, %1 DESC LIMIT %2").arg(idText()).arg(m_limit + 1);
        return m_connection.readEach(itemSelect(table) + where.sql() + order, where.values,
                                     [this](const QSqlQuery &row) { m_items.push_back(readItem(row)); });
    }

    /** Asks for the page's last time first, in the order of an index, so that only what may be on it is
     * sorted. */
    Result<void> leaveOutWhatSorts(const QString &table, Where &where)
    {
        const Result<QVariant> last = m_connection.readValue(
            QStringLiteral("SELECT e.event_time FROM %1 e").arg(table) + where.sql()
                + QStringLiteral(" ORDER BY e.event_time DESC LIMIT 1 OFFSET %1").arg(m_limit),
            where.values);
        if (!last)
            return last.failure();
        if (last->isValid())
            where.add(QStringLiteral("e.event_time >= ?"), *last);
        return {};
    }

    QString idText() const { return m_connection.dialect().eventIdText(QStringLiteral("e.event_key")); }

    Result<EventPage> cut()
    {
        std::sort(m_items.begin(), m_items.end(), comesFirst);
        const auto limit = static_cast<std::size_t>(m_limit);
        const bool more = m_items.size() > limit;
        if (more)
            m_items.resize(limit);
        if (Result<void> done = EventLines(m_connection).tellAll(m_items); !done)
            return done.failure();
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
    StoreStamps m_asOf;
    std::vector<EventItem> m_items;
};

Result<std::optional<EventItem>> readOne(SqlConnection &connection, const QString &where,
                                         const QVariantList &values)
{
    std::optional<EventItem> item;
    const Result<void> read = connection.readEach(itemSelect(QStringLiteral("event")) + where, values,
                                                  [&item](const QSqlQuery &row) { item = readItem(row); });
    if (!read)
        return read.failure();
    return item;
}

/** The row that has that key; nothing when there is none. */
Result<std::optional<EventItem>> readCurrent(SqlConnection &connection, const QByteArray &key)
{
    if (connection.dialect().hasManyWriters())
        return readOne(connection, QStringLiteral(" WHERE e.event_key = ?"), {key});
    const Result<std::vector<std::int64_t>> rowIds = findRowsOfKey(connection, key);
    if (!rowIds)
        return rowIds.failure();
    for (const std::int64_t rowId : *rowIds) {
        Result<std::optional<EventItem>> item = readOne(
            connection, QStringLiteral(" WHERE e.row_id = ? AND e.event_key = ?"), {qlonglong{rowId}, key});
        if (!item || *item)
            return item;
    }
    return std::optional<EventItem>{};
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
    const Result<void> read =
        connection.readEach(select + QStringLiteral(" WHERE e.event_key = ? ORDER BY e.version"), {key},
                            [&history](const QSqlQuery &row) {
                                history.revisions.push_back({readItem(row), sql::toInstant(row.value(10))});
                            });
    if (!read)
        return read.failure();
    EventLines lines(connection);
    Result<void> told = lines.tell(history.current);
    for (RevisionItem &revision : history.revisions)
        told = told ? lines.tell(revision.item) : told;
    if (!told)
        return told.failure();
    return std::optional(std::move(history));
}

} // namespace linewatch::sqlpages
