// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/histogram.h"

#include <algorithm>

namespace linewatch {

void Histogram::add(std::chrono::microseconds duration)
{
    const double seconds = std::chrono::duration<double>(duration).count();
    const auto bucket = std::lower_bound(Bounds.begin(), Bounds.end(), seconds) - Bounds.begin();
    m_counts[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    m_sumMicroseconds.fetch_add(static_cast<std::uint64_t>(duration.count()), std::memory_order_relaxed);
}

Histogram::Reading Histogram::read() const
{
    Reading reading;
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        count += m_counts[i].load(std::memory_order_relaxed);
        reading.cumulative[i] = count;
    }
    reading.sumSeconds = static_cast<double>(m_sumMicroseconds.load(std::memory_order_relaxed)) / 1e6;
    return reading;
}

} // namespace linewatch
