// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/backlogwatch.h"

namespace linewatch {

BacklogWatch::BacklogWatch(const BacklogGauge &gauge) : m_gauge(gauge)
{
    connect(&m_timer, &QTimer::timeout, this, &BacklogWatch::look);
    m_timer.start(std::chrono::seconds{1});
}

void BacklogWatch::look()
{
    Backlog backlog = m_gauge.read();
    if (backlog == m_told)
        return;
    m_told = std::move(backlog);
    emit backlogChanged(m_told);
}

} // namespace linewatch
