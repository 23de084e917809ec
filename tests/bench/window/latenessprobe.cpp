// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window/latenessprobe.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace linewatch::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds interval{5};
constexpr double stepSeconds = 50e-6;

} // namespace

void LatenessCounts::add(double seconds)
{
    const auto step = static_cast<std::size_t>(std::max(0.0, seconds / stepSeconds));
    ++m_steps[std::min(step, m_steps.size() - 1)];
    ++m_count;
    m_max = std::max(m_max, seconds);
}

double LatenessCounts::percentile(double share) const
{
    const auto rank = static_cast<std::int64_t>(std::ceil(share * static_cast<double>(m_count)));
    std::int64_t below = 0;
    for (std::size_t i = 0; i < m_steps.size() && m_count > 0; ++i) {
        below += m_steps[i];
        if (below >= rank)
            return std::min(m_max, static_cast<double>(i + 1) * stepSeconds);
    }
    return m_max;
}

LatenessProbe::LatenessProbe() : m_thread([this] { ask(); }) { }

LatenessProbe::~LatenessProbe()
{
    m_ending = true;
    m_thread.join();
}

LatenessCounts LatenessProbe::take()
{
    return std::exchange(m_counts, LatenessCounts());
}

void LatenessProbe::ask()
{
    for (SteadyClock::time_point next = SteadyClock::now(); !m_ending; next += interval) {
        std::this_thread::sleep_until(next);
        {
            const std::scoped_lock lock(m_mutex);
            m_asked.push_back(SteadyClock::now());
        }
        // By its name: Qt then makes the event, so that the thread sanitizer, which does not see Qt's locks,
        // does not take handing it over for a race.
        QMetaObject::invokeMethod(this, "answer", Qt::QueuedConnection);
    }
}

/** Questions are answered in the order in which they were asked. */
void LatenessProbe::answer()
{
    const std::scoped_lock lock(m_mutex);
    const std::chrono::duration<double> late = SteadyClock::now() - m_asked.front();
    m_asked.pop_front();
    m_counts.add(late.count());
}

} // namespace linewatch::bench
