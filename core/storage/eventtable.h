// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/failure.h"
#include "storage/eventrow.h"

#include <span>
#include <vector>

namespace linewatch {

/**
 * Table event as the one thread that writes sees it: found by id, added to and changed within transactions.
 * Engines differ in how rows are found and who may have changed them meanwhile.
 */
class EventTable
{
public:
    virtual ~EventTable() = default;

    /** Before each transaction, outside of any. */
    virtual Result<void> makeReady() = 0;
    /** The rows that have one of @p ids, in any order. */
    virtual Result<std::vector<EventRow>> find(std::span<const EventId> ids) = 0;
    /** Adds a row. @p event must live until flush(), which alone makes sure of it. */
    virtual Result<void> insert(std::int64_t sourceId, const StoredEvent &event) = 0;
    /** Replaces the version @p version of the row with the id of @p event; the same holds. */
    virtual Result<void> update(std::int64_t sourceId, std::int32_t version, const StoredEvent &event) = 0;
    /**
     * Writes what is left. Of all that were added or changed in this transaction, those that another writer
     * had brought or changed since they were looked up: then the transaction must not be committed.
     */
    virtual Result<std::vector<EventId>> flush() = 0;

    /** So many rows were deleted in the open transaction. */
    virtual Result<void> rowsRemoved(std::size_t rows) = 0;

    virtual void transactionCommitted() = 0;
    virtual void transactionRolledBack() = 0;
};

} // namespace linewatch
