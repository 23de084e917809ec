// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

namespace linewatch {

/** The newest rejected events of a filter, and how many there are by reason and by sender. */
struct RejectionList {
    static constexpr int MostSenders = 200;

    RejectionPage page;
    std::int64_t rows = 0;                ///< that the filter lets through, on any page
    std::vector<RejectionCount> counts;   ///< of every reason, whatever the filter's; most first
    std::vector<RejectionSender> senders; ///< whatever the filter's; most first, at most MostSenders
};

/** Ask in a snapshot. @p limit from 1. */
Result<RejectionList> readRejections(EventReader &reader, const RejectionFilter &filter, int limit);

/** How many rejected events the filter lets through; its page does not count. */
Result<std::int64_t> countRejections(EventReader &reader, const RejectionFilter &filter);

} // namespace linewatch
