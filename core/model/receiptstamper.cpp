// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receiptstamper.h"

#include <algorithm>

namespace linewatch {

Receipt ReceiptStamper::stamp(Instant arrival, std::optional<Instant> claimed,
                              std::optional<Instant> storedReceipt)
{
    constexpr std::chrono::microseconds tick{1};
    Instant stamp = std::max(arrival, m_last + tick);
    const bool earlierClaim = claimed && *claimed < stamp;
    if (!earlierClaim && storedReceipt)
        stamp = std::max(stamp, *storedReceipt + tick);
    m_last = stamp;
    return {stamp, earlierClaim ? *claimed : stamp};
}

} // namespace linewatch
