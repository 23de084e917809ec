// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load.h"

#include <functional>

namespace linewatch::bench {

/** How the events go to the server. */
struct PostingPlan {
    StreamPlan stream;
    std::int64_t events = 0;
    std::int64_t batch = 1000;
    int connections = 16;
    std::int64_t eventsASecond = 0; ///< 0: as fast as they are answered
    double seconds = 0;             ///< start no batch after that time; 0: until all are posted
};

/**
 * Posts a stream over @p plan.connections connections of one thread, each with one batch under way, as fast
 * as it is answered or, where the plan names a rate, no faster than that. A failure unless each event was
 * answered ACCEPTED. Usage is the caller's to fill in.
 *
 * @p tick is called now and then, about each half second.
 */
Result<LoadResult> postStream(std::uint16_t port, const PostingPlan &plan, const std::function<void()> &tick);

} // namespace linewatch::bench
