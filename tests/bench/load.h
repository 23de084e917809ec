// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/childprocess.h"
#include "bench/stream.h"

#include <vector>

namespace linewatch::bench {

/** How a stream was taken in, by whoever took it. */
struct LoadResult {
    std::int64_t events = 0;
    double seconds = 0;               ///< from the first event to the answer, or the commit, of the last
    std::vector<double> stepSeconds;  ///< of each tenth of the events
    std::vector<double> batchSeconds; ///< of each batch, from sending to its answer, or of its transaction
    ProcessUsage usage;               ///< of who took it in, until it had ended
    double generatorCpuSeconds = 0;   ///< of this process meanwhile
    std::int64_t runningBytes = 0;    ///< memory resident, the median of what was seen while it ran

    double eventsASecond() const { return static_cast<double>(events) / seconds; }
};

/** Keeps the time at which each tenth of the events was done. */
class StepWatch
{
public:
    static constexpr int Steps = 10;

    explicit StepWatch(std::int64_t events) : m_events(events) { }

    /** @p done events are done @p seconds after the start. */
    void reached(std::int64_t done, double seconds);

    /** The length of each tenth. */
    std::vector<double> lengths() const;

private:
    std::int64_t m_events;
    std::vector<double> m_ends;
    std::int64_t m_done = 0;
    double m_seconds = 0;
};

} // namespace linewatch::bench
