// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/question.h"

#include <optional>
#include <string>
#include <string_view>

namespace linewatch::bench {

/** What plain SQL sums up for one machine and window. */
struct PlainStats {
    std::int64_t events = 0;
    std::int64_t defects = 0;
    std::int64_t unknownEvents = 0;
    std::int64_t runTimeMs = 0;
    std::optional<std::int64_t> lastEventUs;
};

/** One line of what plain SQL ranks. */
struct PlainLine {
    std::string lineId;
    std::int64_t defects = 0;
    std::int64_t events = 0;
};

/**
 * A failure unless the body @p answer of @p question says exactly what plain SQL found: every member, with
 * the figures that follow from the sums computed here again, from the contract.
 */
Result<void> compareStats(const Question &question, const PlainStats &plain, std::string_view answer);
Result<void> compareLines(const Question &question, const std::vector<PlainLine> &plain,
                          std::string_view answer);

} // namespace linewatch::bench
