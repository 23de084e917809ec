// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/chorepace.h"

#include <algorithm>

namespace linewatch {

ChorePace::Time ChorePace::patience() const
{
    Time left = UntilAskedAgain - m_waited - m_worked;
    if (m_more) {
        const bool isIdle = m_wasIdle && m_worked == Time{0};
        const Time byWaiting = (isIdle ? 1 : WaitForStep) * m_step - m_waited;
        const Time byAll = WorkForStep * m_step - m_waited - m_worked;
        left = std::min({left, byWaiting, byAll});
    }
    return std::max(left, Time{0});
}

void ChorePace::stepped(Time time, bool more)
{
    m_more = more;
    m_step = time;
    m_wasIdle = m_worked == Time{0};
    m_waited = Time{0};
    m_worked = Time{0};
}

} // namespace linewatch
