// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/liveboard.h"
#include "storage/eventreader.h"

#include <functional>

namespace linewatch {

/** From where on a board is filled that is filled at @p now. */
Instant boardStart(Instant now);

/**
 * Fills @p board with the store's sources and their minutes since @p since, while commits go on. It reads in
 * slices, each in a snapshot of its own that is over in a moment: under a snapshot that stays open the
 * store's write-ahead log grows with every commit. Ends early, with nothing said, once @p wanted says false;
 * after a failure the board has to be filled from the start. Call LiveBoard::beginSeeding() before the first
 * commit.
 */
Result<void> seedBoard(EventReader &reader, LiveBoard &board, Instant now, Instant since,
                       const std::function<bool()> &wanted);

} // namespace linewatch
