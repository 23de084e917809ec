// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/childprocess.h"
#include "bench/postingload.h"

namespace linewatch::bench {

/** How a load went that a process of its own made. */
struct PostedLoad {
    std::int64_t events = 0; ///< posted, and answered ACCEPTED
    double seconds = 0;
    double cpuSeconds = 0; ///< of the process that posted
    double batchP99 = 0;   ///< seconds from sending a batch to its answer

    double eventsASecond() const { return static_cast<double>(events) / seconds; }
};

/** A load from a process of its own, which is this program again: its processor time is not the window's. */
class PostingProcess
{
public:
    /** Begins to post to @p port; @p home is a folder for what the process might keep. */
    static Result<PostingProcess> start(std::uint16_t port, const PostingPlan &plan, const QString &home);

    /** Waits until all was posted and answered. */
    Result<PostedLoad> wait();

private:
    explicit PostingProcess(std::unique_ptr<ChildProcess> child) : m_child(std::move(child)) { }

    std::unique_ptr<ChildProcess> m_child;
};

/** The whole program when it is started as `linewatch-bench-window post ...`. */
int postingMain(const QStringList &arguments);

} // namespace linewatch::bench
