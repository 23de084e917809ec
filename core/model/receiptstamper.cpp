// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receiptstamper.h"

#include <algorithm>

namespace linewatch {

Receipt ReceiptStamper::stamp(Instant arrival, std::optional<Instant> claimed,
                              std::optional<Instant> storedReceipt)
{
    constexpr std::chrono::microseconds tick{1};
    Instant stamp = atOrAfter(std::max(arrival, m_last + tick));
    const bool earlierClaim = claimed && *claimed < stamp;
    if (!earlierClaim && storedReceipt)
        stamp = std::max(stamp, atOrAfter(*storedReceipt + tick));
    m_last = stamp;
    return {stamp, earlierClaim ? *claimed : stamp};
}

/** The first stamp of the grid that is not before @p time, which may be before the epoch. */
Instant ReceiptStamper::atOrAfter(Instant time) const
{
    const std::int64_t beyond = (time.time_since_epoch().count() - m_grid.offset) % m_grid.step;
    const std::int64_t missing = beyond > 0 ? m_grid.step - beyond : -beyond;
    return time + std::chrono::microseconds{missing};
}

} // namespace linewatch
