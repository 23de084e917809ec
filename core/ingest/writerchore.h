// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventstore.h"

namespace linewatch {

/** What the writer does besides batches, a small step at a time. Lives on the writer's thread. */
class WriterChore
{
public:
    virtual ~WriterChore() = default;

    /**
     * One step, some 10 ms long, in a transaction of its own. Whether there is more to do now; else it is
     * asked again after a while.
     */
    virtual Result<bool> step(EventStore &store) = 0;
};

} // namespace linewatch
