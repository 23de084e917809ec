// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventstore.h"
#include "storage/eventtable.h"
#include "storage/keyindex.h"
#include "storage/minutechanges.h"
#include "storage/rejectionrows.h"
#include "storage/rollupchanges.h"
#include "storage/sourcetable.h"
#include "storage/writerseat.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace linewatch {

/** The write side over a QtSql connection. */
class SqlEventStore final : public EventStore
{
public:
    /** What depends on how many processes write the store. */
    struct Parts {
        std::unique_ptr<EventTable> events;
        std::unique_ptr<WriterSeat> seat;
    };
    using MakeParts = std::function<Result<Parts>(SqlConnection &)>;

    /** The parts of a store that this process alone writes. */
    static MakeParts soleWriter(KeyIndexSizes sizes = {});
    /** Of one that several do; @p owner stands for this process, see SharedSeat. */
    static MakeParts oneOfMany(std::int64_t owner);

    /** @p dialect must outlive the store. The schema must be there. */
    static Result<std::unique_ptr<SqlEventStore>> open(const SqlDialect &dialect, const MakeParts &makeParts);

    Result<Instant> lastStamp() override;
    Result<std::optional<Instant>> committedStamp() override;
    Result<std::int64_t> spooledThrough(std::int64_t spoolId) override;
    StampGrid stampGrid() const override { return m_parts.seat->stampGrid(); }
    bool settlesDoubts() const override { return m_parts.seat->settlesDoubts(); }
    Result<void> begin() override;
    Result<std::vector<StoredEvent>> lookUp(std::span<const EventId> ids) override;
    Result<std::vector<EventId>> apply(const ChangeSet &changes) override;
    Result<void> commit() override;
    void rollback() override;
    Result<Instant> horizon() override;
    Result<void> raiseHorizon(Instant horizon) override;
    Result<Removal> removeSome(int rows) override;

private:
    /** The statements that write; gone before the connection. */
    struct Statements {
        RejectionRows rejections;
        MultiRowWriter revisions;
        MultiRowWriter rollups;
        MultiRowWriter lineSums;
        MultiRowWriter receipts;
        MinuteChanges minutes;
    };
    /** A change of an event with what it is stored by. */
    struct PlacedChange {
        const EventChange *change = nullptr;
        std::int64_t sourceId = 0;
    };
    /** A version that another writer wrote. */
    struct ForeignVersion {
        int writer = 0;
        std::int32_t version = 0;
    };

    SqlEventStore(std::unique_ptr<SqlConnection> connection, Parts parts, SourceTable sources);
    Result<void> prepareStatements();
    Result<StoredEvent> eventOf(EventRow row);
    Result<std::vector<EventId>> writeEvents(const std::vector<EventChange> &changes);
    Result<std::vector<PlacedChange>> place(const std::vector<EventChange> &changes);
    Result<void> writeEvent(const PlacedChange &placed);
    Result<void> writeRevisions(const std::vector<Revision> &revisions);
    int writerOf(const StoredEvent &version) const;
    Result<void> writeRollups(Instant stamp);
    Result<void> noteReceipts();

    std::unique_ptr<SqlConnection> m_connection; // first: statements go before it
    Parts m_parts;
    SourceTable m_sources;
    std::optional<Statements> m_statements;

    // of the open transaction
    std::unordered_map<EventId, ForeignVersion> m_foreign; ///< of the events that were looked up and found
    RollupChanges m_rollups;
    std::unordered_map<std::int64_t, Instant>
        m_received; ///< the newest receipt of each source that was written
};

} // namespace linewatch
