// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/liveboard.h"
#include "monitor/pausingthread.h"
#include "storage/readerpool.h"

namespace linewatch {

/**
 * Tells the live board what the registry says of machines, and again within a few seconds of each change,
 * whoever made it. While the store cannot be read, the board keeps what it was told last. Works on a thread
 * of its own.
 */
class RegistryWatch
{
public:
    /** @p open is called on that thread; both must outlive it. */
    RegistryWatch(ReaderPool::Open open, LiveBoard &board);

private:
    void run(PausingThread &thread);
    Result<void> look();

    const ReaderPool::Open m_open;
    LiveBoard &m_board;

    // of the thread
    std::unique_ptr<EventReader> m_reader; ///< null after a failure
    std::optional<std::int64_t> m_told;    ///< the revision that the board has

    PausingThread m_thread; ///< last, so that it finds the rest made
};

} // namespace linewatch
