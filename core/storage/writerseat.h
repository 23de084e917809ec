// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "model/receiptstamper.h"
#include "storage/spoolmark.h"

#include <optional>

namespace linewatch {

/**
 * The place of this process among those that write a store: the number that its rows carry, and the stamps it
 * gave out. Belongs to the writer's thread.
 */
class WriterSeat
{
public:
    virtual ~WriterSeat() = default;

    /** Tells this writer's rows from those of others; 0 in a store that has only one. */
    virtual int number() const = 0;
    /** Which stamps it gives out, so that no two writers give out the same. */
    virtual StampGrid stampGrid() const = 0;
    /** The newest stamp that any writer committed; the epoch in a new store. */
    virtual Result<Instant> newestStamp() = 0;
    /** The newest that this process did, see EventStore::committedStamp(). */
    virtual Result<std::optional<Instant>> committedStamp() = 0;
    virtual bool settlesDoubts() const = 0;
    /** See EventStore::spooledThrough(). */
    virtual Result<std::int64_t> spooledThrough(std::int64_t spoolId) = 0;
    /** Within the transaction that brings in the spool's batches up to that mark. */
    virtual Result<void> keepSpoolMark(const SpoolMark &mark) = 0;
    /** Within the transaction whose newest stamp is @p stamp. */
    virtual Result<void> keepStamp(Instant stamp) = 0;
    /** That transaction was committed. */
    virtual void transactionCommitted() = 0;
};

} // namespace linewatch
