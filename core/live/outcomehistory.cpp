// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/outcomehistory.h"

namespace linewatch {

namespace {

constexpr std::chrono::seconds rateWindow{10};

} // namespace

void OutcomeHistory::add(Instant arrival, const OutcomeCounts &counts)
{
    m_minutes[std::chrono::floor<std::chrono::minutes>(arrival)] += counts;
    m_seconds[std::chrono::floor<std::chrono::seconds>(arrival)] += counts.total();
    m_seconds.erase(m_seconds.begin(), m_seconds.lower_bound(arrival - 2 * rateWindow));
}

void OutcomeHistory::forgetBefore(Instant time)
{
    m_minutes.erase(m_minutes.begin(), m_minutes.lower_bound(time));
}

OutcomeCounts OutcomeHistory::sum(TimeWindow window) const
{
    OutcomeCounts total;
    for (auto minute = m_minutes.lower_bound(window.start);
         minute != m_minutes.end() && minute->first < window.end; ++minute) {
        total += minute->second;
    }
    return total;
}

double OutcomeHistory::eventsPerSecond(Instant now) const
{
    // Whole seconds only: the running one would make the figure sag at its start.
    const Instant end = std::chrono::floor<std::chrono::seconds>(now);
    std::int64_t events = 0;
    for (auto second = m_seconds.lower_bound(end - rateWindow);
         second != m_seconds.end() && second->first < end; ++second) {
        events += second->second;
    }
    return static_cast<double>(events) / std::chrono::duration<double>(rateWindow).count();
}

} // namespace linewatch
