// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "model/timewindow.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace linewatch {

/** A batch as the spool keeps it. */
struct SpooledBatch {
    std::int64_t number = 0; ///< grows by each batch, and is never given twice
    Instant arrival;
    std::int64_t events = 0;
    QByteArray content; ///< for whoever wrote it to read
};

/** What waits in a spool. */
struct SpoolSums {
    std::int64_t batches = 0;
    std::int64_t events = 0;
    std::optional<Instant> oldestArrival;
    std::int64_t bytes = 0; ///< on disk, of what waits
};

/**
 * Batches that wait on the local disk, in the order of their arrival, until the database of the store is
 * back. Durable once append() has returned without a failure. Lives on the writer's thread.
 */
class Spool
{
public:
    virtual ~Spool() = default;

    /** Drawn when the spool was made; what a store knows it by, see SpoolMark. */
    virtual std::int64_t id() const = 0;
    /** The newest receipt that append() was told of; the epoch in a new spool. */
    virtual Instant lastReceipt() const = 0;
    virtual const SpoolSums &sums() const = 0;

    /**
     * Takes batches in, all of them or none; fails when there is no room. Their numbers are given here.
     * @p lastReceipt is the newest receipt that was given out for them.
     */
    virtual Result<void> append(const std::vector<SpooledBatch> &batches, Instant lastReceipt) = 0;
    /** The first batches, at least one if any waits, and as long as they hold no more than @p maxEvents. */
    virtual Result<std::vector<SpooledBatch>> first(std::int64_t maxEvents) = 0;
    /** Forgets the batches up to that one, which are in the store. */
    virtual Result<void> dropThrough(std::int64_t number) = 0;
};

} // namespace linewatch
