// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "model/receiptstamper.h"
#include "storage/changeset.h"

#include <optional>
#include <span>
#include <vector>

namespace linewatch {

/** What one step of retention removed. */
struct Removal {
    std::int64_t events = 0;
    std::int64_t buckets = 0; ///< minutes of sources and of lines
    bool more = false;        ///< something is left before the horizon
};

/**
 * The write side of a store. One thread owns it from opening to destruction: the writer. Calls go
 * begin, lookUp, apply, commit; rollback() ends a transaction that met a failure. StoreTransaction does so
 * by itself.
 */
class EventStore
{
public:
    virtual ~EventStore() = default;

    /** The newest stamp that was ever committed; the epoch in a new store. */
    virtual Result<Instant> lastStamp() = 0;
    /**
     * The newest stamp that this process committed, whether it was told so or not: a transaction whose commit
     * was in doubt is in the store exactly when this is its newest stamp. Asked of a store that was opened
     * anew; nothing where the store cannot tell.
     */
    virtual Result<std::optional<Instant>> committedStamp() = 0;
    /** Whether committedStamp(), of a store that is opened anew, is worth asking. */
    virtual bool settlesDoubts() const = 0;

    /** The number up to which the batches of that spool are in the store; 0: none. */
    virtual Result<std::int64_t> spooledThrough(std::int64_t spoolId) = 0;

    /** Which stamps this writer may give out. */
    virtual StampGrid stampGrid() const = 0;

    virtual Result<void> begin() = 0;
    /** The rows that have one of @p ids, in any order. */
    virtual Result<std::vector<StoredEvent>> lookUp(std::span<const EventId> ids) = 0;
    /**
     * Writes rows, revisions, rejected events, and the sums that follow from them. What comes back are the
     * events that another writer brought or changed since they were looked up. When there are any, the
     * transaction is not whole and must be rolled back.
     */
    virtual Result<std::vector<EventId>> apply(const ChangeSet &changes) = 0;
    /** Durable once it has returned without a failure. */
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;

    /**
     * Events before it may have been removed, so what comes from there can no longer be told from a
     * repetition. Asked within a transaction, after lookUp(): whatever that did not find because it was
     * removed is before it, and it stays as it is until the transaction ends.
     */
    virtual Result<Instant> horizon() = 0;
    /** Outside of transactions: makes it the horizon unless a later one is. @p horizon is on a whole hour. */
    virtual Result<void> raiseHorizon(Instant horizon) = 0;
    /**
     * Outside of transactions, in one of its own: removes at most @p rows events before the horizon with
     * their revisions; once there are none, so many minutes. Contended while another process does so.
     */
    virtual Result<Removal> removeSome(int rows) = 0;
};

/** A transaction that is rolled back unless it was committed. */
class StoreTransaction
{
public:
    explicit StoreTransaction(EventStore &store) : m_store(store), m_begun(store.begin()) { }
    ~StoreTransaction()
    {
        if (m_begun && !m_committed)
            m_store.rollback();
    }
    Q_DISABLE_COPY_MOVE(StoreTransaction)

    const Result<void> &begun() const { return m_begun; }
    Result<void> commit()
    {
        Result<void> committed = m_store.commit();
        m_committed = committed.ok();
        return committed;
    }

private:
    EventStore &m_store;
    Result<void> m_begun;
    bool m_committed = false;
};

} // namespace linewatch
