// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load.h"

namespace linewatch::bench {

void StepWatch::reached(std::int64_t done, double seconds)
{
    for (;;) {
        const auto step = static_cast<std::int64_t>(m_ends.size()) + 1;
        if (step > Steps || done * Steps < step * m_events)
            break;
        // What is done comes in groups; within one it is taken to have come evenly.
        const auto within =
            static_cast<double>(step * m_events - m_done * Steps) / static_cast<double>(Steps);
        m_ends.push_back(m_seconds + (seconds - m_seconds) * within / static_cast<double>(done - m_done));
    }
    m_done = done;
    m_seconds = seconds;
}

std::vector<double> StepWatch::lengths() const
{
    std::vector<double> lengths;
    for (std::size_t i = 0; i < m_ends.size(); ++i)
        lengths.push_back(m_ends[i] - (i == 0 ? 0 : m_ends[i - 1]));
    return lengths;
}

} // namespace linewatch::bench
