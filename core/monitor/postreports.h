// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/postreport.h"
#include "model/seenpost.h"

namespace linewatch {

/** What is right and wrong with a post, member by member, by the rules of taking in. Pure; any thread; some
 * milliseconds at most. */
PostReport reportOn(const SeenPost &post);

} // namespace linewatch
