// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/liveboard.h"
#include "storage/eventreader.h"

namespace linewatch {

/** What the live board starts from: every source with its minutes since @p since. */
Result<std::vector<SourceSeed>> readBoardSeed(EventReader &reader, Instant since);

} // namespace linewatch
