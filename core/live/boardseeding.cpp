// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/boardseeding.h"

#include <algorithm>

namespace linewatch {

void BoardSeeding::start()
{
    m_running = true;
    m_asks = true;
    m_filledSince = Instant::max();
    m_sourcesAsOf.reset();
    m_slices.clear();
}

bool BoardSeeding::beginSources(Instant asOf)
{
    if (!holdsAllUntil(asOf))
        return false;
    m_sourcesAsOf = asOf;
    return true;
}

bool BoardSeeding::beginSlice(Instant from, Instant asOf)
{
    if (!holdsAllUntil(asOf))
        return false;
    m_slices.push_back({from, asOf});
    return true;
}

void BoardSeeding::noteFilled()
{
    if (m_running && !m_slices.empty())
        m_filledSince = m_slices.back().from;
}

void BoardSeeding::finish()
{
    m_running = false;
}

/** The last commit that a reading held may be told of after the reading; those after it need no asking. */
void BoardSeeding::noteCommit(Instant stamp)
{
    m_newestCommit = std::max(m_newestCommit, stamp);
    if (m_asks && !m_running && (m_slices.empty() || stamp > m_slices.back().asOf)) {
        m_asks = false;
        m_slices = {};
    }
}

bool BoardSeeding::countsMinute(Instant eventTime, Instant stamp) const
{
    if (!m_asks)
        return true;
    const auto slice =
        std::ranges::find_if(m_slices, [eventTime](const Slice &each) { return each.from <= eventTime; });
    return slice != m_slices.end() && stamp > slice->asOf;
}

bool BoardSeeding::countsNewest(Instant stamp) const
{
    return !m_asks || (m_sourcesAsOf && stamp > *m_sourcesAsOf);
}

} // namespace linewatch
