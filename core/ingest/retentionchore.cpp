// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/retentionchore.h"

#include <algorithm>

namespace linewatch {

namespace {

/** As long as a batch may well wait. */
constexpr std::chrono::milliseconds shortStep{5};
constexpr std::chrono::milliseconds longStep{15};

} // namespace

Result<bool> RetentionChore::step(EventStore &store)
{
    if (!m_horizon) {
        const Result<Instant> known = store.horizon();
        if (!known)
            return known.failure();
        m_horizon = *known;
        m_statistics.noteHorizon(*known);
    }
    const Instant horizon = m_retention.horizon(m_clock.now());
    if (horizon > *m_horizon)
        return raiseHorizon(store, horizon);
    return m_more ? remove(store) : false;
}

Result<bool> RetentionChore::raiseHorizon(EventStore &store, Instant horizon)
{
    if (Result<void> raised = store.raiseHorizon(horizon); !raised)
        return raised.failure();
    m_horizon = horizon;
    m_statistics.noteHorizon(horizon);
    m_more = true;
    return true;
}

Result<bool> RetentionChore::remove(EventStore &store)
{
    const auto start = std::chrono::steady_clock::now();
    const Result<Removal> removal = store.removeSome(m_rows);
    if (!removal)
        return removal.failure();
    m_statistics.countRemoved(removal->events);
    m_more = removal->more;
    const auto took = std::chrono::steady_clock::now() - start;
    if (took > longStep)
        m_rows = std::max(FewestRows, m_rows / 2);
    else if (took < shortStep && m_more)
        m_rows = std::min(MostRows, m_rows * 2);
    return m_more;
}

} // namespace linewatch
