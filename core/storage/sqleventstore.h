// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventrows.h"
#include "storage/eventstore.h"
#include "storage/keyindex.h"
#include "storage/rejectionrows.h"
#include "storage/rollupchanges.h"
#include "storage/sourcetable.h"

#include <memory>
#include <unordered_map>

namespace linewatch {

/** The write side over a QtSql connection of a store that nobody else writes. */
class SqlEventStore final : public EventStore
{
public:
    /** @p dialect must outlive the store. The schema must be there. */
    static Result<std::unique_ptr<SqlEventStore>> open(const SqlDialect &dialect, KeyIndexSizes sizes = {});

    Result<Instant> lastStamp() override;
    Result<void> begin() override;
    Result<std::vector<StoredEvent>> lookUp(std::span<const EventId> ids) override;
    Result<void> apply(const ChangeSet &changes) override;
    Result<void> commit() override;
    void rollback() override;

private:
    /** The statements that write; gone before the connection. */
    struct Statements {
        EventRows events;
        RejectionRows rejections;
        MultiRowWriter rollups;
        MultiRowWriter lineSums;
        QSqlQuery insertRevision;
        QSqlQuery touchSource;
    };
    /** A change of an event with what it is stored by. */
    struct PlacedChange {
        const EventChange *change = nullptr;
        std::int64_t sourceId = 0;
    };

    SqlEventStore(std::unique_ptr<SqlConnection> connection, KeyIndexSizes sizes);
    Result<void> prepareStatements();
    Result<void> ensureIndex();
    Result<StoredEvent> eventOf(EventRow row) const;
    Result<void> writeEvents(const std::vector<EventChange> &changes);
    Result<std::vector<PlacedChange>> place(const std::vector<EventChange> &changes);
    Result<void> insertEvent(const PlacedChange &placed);
    Result<void> updateEvent(const PlacedChange &placed);
    Result<std::int64_t> rowIdOf(const EventId &id);
    Result<void> writeRevisions(const std::vector<Revision> &revisions);
    Result<void> writeRollups();
    Result<void> touchSources();

    std::unique_ptr<SqlConnection> m_connection; // first: statements go before it
    std::optional<Statements> m_statements;
    const KeyIndexSizes m_keyIndexSizes;
    std::unique_ptr<KeyIndex> m_keys; ///< null after a transaction that was not committed
    SourceTable m_sources;
    std::int64_t m_lastRowId = 0;

    // of the open transaction
    std::unordered_map<EventId, std::int64_t> m_rowIds; ///< of the events that were looked up and found
    RollupChanges m_rollups;
    std::unordered_map<std::int64_t, Instant>
        m_received; ///< the newest receipt of each source that was written
};

} // namespace linewatch
