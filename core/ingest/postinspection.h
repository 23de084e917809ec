// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/postreport.h"
#include "model/seenpost.h"

namespace linewatch {

/**
 * Says of each element of a post, member by member, what is right and what is wrong with it, by the rules by
 * which events are taken in. A body that breaks off is read as far as that goes. Pure; any thread; the work
 * is bounded by SeenPost::MostBodyBytes.
 */
PostReport inspectPost(const SeenPost &post);

} // namespace linewatch
