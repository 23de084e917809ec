// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/options.h"
#include "simulation/postingclient.h"

namespace linewatch::simulation {

/**
 * Shares a run out to its connections; each has machines, chance and events of its own, so that what it posts
 * does not depend on the others. Pure: the same options and @p now give the same plans.
 *
 * With a rate the plant runs in real time from @p now on. Without one it ran at its natural pace until now.
 */
std::vector<PostingPlan> planRun(const Options &options, Instant now);

} // namespace linewatch::simulation
