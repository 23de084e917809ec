// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"

#include <optional>

namespace linewatch {

/** When an event counts as received. */
struct Receipt {
    Instant recorded;  ///< the server's stamp, never seen before and never again
    Instant effective; ///< the stamp, or the earlier receipt that the sender claims
};

/** Which stamps a writer gives out: with others on the same store, those that are never another's. */
struct StampGrid {
    std::int64_t step = 1;   ///< microseconds from one to the next
    std::int64_t offset = 0; ///< microseconds, below the step
};

/**
 * Stamps events on arrival. Stamps strictly increase over the life of the store, also when the clock steps
 * back: started with the last stamp of the run before, it never goes below it. Not thread-safe: the writer
 * owns it.
 */
class ReceiptStamper
{
public:
    explicit ReceiptStamper(Instant lastStamp, StampGrid grid = {}) : m_last(lastStamp), m_grid(grid) { }

    /**
     * The receipt of an event that arrived at @p arrival by our clock. @p claimed is what its sender says,
     * @p storedReceipt that of the version in the store, if any: another node's clock may be ahead, and what
     * reaches us now without an earlier claim is newer than it (contract, receivedTime).
     */
    Receipt stamp(Instant arrival, std::optional<Instant> claimed = {},
                  std::optional<Instant> storedReceipt = {});

    Instant lastStamp() const { return m_last; }

private:
    Instant atOrAfter(Instant time) const;

    Instant m_last;
    StampGrid m_grid;
};

} // namespace linewatch
