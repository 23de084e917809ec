// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

namespace linewatch {

/** The newest rejected events of a filter, and how many there are by reason. */
struct RejectionList {
    RejectionPage page;
    std::vector<RejectionCount> counts; ///< of every reason, whatever the filter's; most first
};

/** Ask in a snapshot. @p limit from 1. */
Result<RejectionList> readRejections(EventReader &reader, const RejectionFilter &filter, int limit);

} // namespace linewatch
