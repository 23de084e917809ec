// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventrows.h"
#include "storage/eventtable.h"
#include "storage/keyindex.h"

#include <unordered_map>

namespace linewatch {

/**
 * The events of a store that this process alone writes: it numbers the rows and finds them through an index
 * of its own (storage/keyindex.h).
 */
class NumberedEvents final : public EventTable
{
public:
    /** @p connection must outlive it. */
    static Result<std::unique_ptr<EventTable>> open(SqlConnection &connection, KeyIndexSizes sizes = {});

    Result<void> makeReady() override;
    Result<std::vector<EventRow>> find(std::span<const EventId> ids) override;
    Result<void> insert(std::int64_t sourceId, const StoredEvent &event) override;
    Result<void> update(std::int64_t sourceId, std::int32_t version, const StoredEvent &event) override;
    Result<std::vector<EventId>> flush() override;
    Result<void> rowsRemoved(std::size_t rows) override;
    void transactionCommitted() override;
    void transactionRolledBack() override;

private:
    NumberedEvents(SqlConnection &connection, EventRows rows, KeyIndexSizes sizes);
    Result<std::int64_t> rowIdOf(const EventId &id);

    SqlConnection &m_connection;
    EventRows m_rows;
    const KeyIndexSizes m_sizes;
    std::unique_ptr<KeyIndex> m_keys; ///< null after a transaction that was not committed
    std::int64_t m_lastRowId = 0;

    // of the open transaction
    std::unordered_map<EventId, std::int64_t> m_rowIds; ///< of the events that were looked up and found
    std::vector<EventId> m_missed;                      ///< whose version was not the one to be replaced
};

} // namespace linewatch
