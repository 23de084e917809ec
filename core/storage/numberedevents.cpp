// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/numberedevents.h"

#include "storage/eventkey.h"

#include <algorithm>

namespace linewatch {

NumberedEvents::NumberedEvents(SqlConnection &connection, EventRows rows, KeyIndexSizes sizes)
    : m_connection(connection)
    , m_rows(std::move(rows))
    , m_sizes(sizes)
{
}

Result<std::unique_ptr<EventTable>> NumberedEvents::open(SqlConnection &connection, KeyIndexSizes sizes)
{
    Result<EventRows> rows = EventRows::prepare(connection);
    if (!rows)
        return rows.failure();
    std::unique_ptr<EventTable> events(new NumberedEvents(connection, std::move(*rows), sizes));
    if (Result<void> ready = events->makeReady(); !ready)
        return ready.failure();
    return events;
}

Result<void> NumberedEvents::makeReady()
{
    if (m_keys)
        return {};
    const Result<std::int64_t> lastRowId = m_rows.lastRowId();
    if (!lastRowId)
        return lastRowId.failure();
    Result<std::unique_ptr<KeyIndex>> keys = KeyIndex::load(m_connection, m_sizes);
    if (!keys)
        return keys.failure();
    // The newest rows may have been removed; the index still has entries of them.
    m_lastRowId = std::max(*lastRowId, (*keys)->lastRowId());
    m_keys = std::move(*keys);
    return {};
}

Result<std::vector<EventRow>> NumberedEvents::find(std::span<const EventId> ids)
{
    if (Result<void> ready = makeReady(); !ready)
        return ready.failure();
    std::vector<std::int64_t> rowIds;
    std::unordered_map<std::int64_t, const EventId *> wanted;
    for (const EventId &id : ids) {
        const std::size_t known = rowIds.size();
        if (Result<void> done = m_keys->find(m_keys->hashOf(toEventKey(id)), rowIds); !done)
            return done.failure();
        for (std::size_t i = known; i < rowIds.size(); ++i)
            wanted.emplace(rowIds[i], &id);
    }
    std::sort(rowIds.begin(), rowIds.end()); // neighbours in the table are read together
    rowIds.erase(std::unique(rowIds.begin(), rowIds.end()), rowIds.end());

    Result<std::vector<EventRow>> rows = m_rows.read(rowIds);
    if (!rows)
        return rows;
    // A row that is left out has another key with the same hash.
    std::erase_if(*rows, [&](const EventRow &row) { return row.key != toEventKey(*wanted.at(row.rowId)); });
    for (const EventRow &row : *rows)
        m_rowIds.insert_or_assign(*wanted.at(row.rowId), row.rowId);
    return rows;
}

Result<void> NumberedEvents::insert(std::int64_t sourceId, const StoredEvent &event)
{
    const QByteArray key = toEventKey(event.eventId);
    const std::int64_t rowId = ++m_lastRowId;
    m_keys->add(m_keys->hashOf(key), rowId);
    return m_rows.insert(rowId, key, sourceId, event);
}

Result<void> NumberedEvents::update(std::int64_t sourceId, std::int32_t version, const StoredEvent &event)
{
    const Result<std::int64_t> rowId = rowIdOf(event.eventId);
    if (!rowId)
        return rowId.failure();
    const Result<bool> updated = m_rows.update(*rowId, version, sourceId, event);
    if (!updated)
        return updated.failure();
    if (!*updated)
        m_missed.push_back(event.eventId);
    return {};
}

/** The row of an event; 0 where there is none. */
Result<std::int64_t> NumberedEvents::rowIdOf(const EventId &id)
{
    auto known = m_rowIds.find(id);
    if (known == m_rowIds.end()) {
        if (Result<std::vector<EventRow>> found = find({&id, 1}); !found)
            return found.failure();
        known = m_rowIds.find(id);
    }
    return known == m_rowIds.end() ? std::int64_t{0} : known->second;
}

Result<std::vector<EventId>> NumberedEvents::flush()
{
    if (Result<void> done = m_rows.flush(); !done)
        return done.failure();
    if (Result<void> done = m_keys->keepUp(); !done)
        return done.failure();
    return m_missed;
}

Result<void> NumberedEvents::rowsRemoved(std::size_t rows)
{
    return m_keys->rowsRemoved(rows);
}

void NumberedEvents::transactionCommitted()
{
    m_rowIds.clear();
    m_missed.clear();
}

void NumberedEvents::transactionRolledBack()
{
    m_keys.reset();
    m_rows.clear();
    transactionCommitted();
}

} // namespace linewatch
