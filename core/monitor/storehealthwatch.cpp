// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/storehealthwatch.h"

namespace linewatch {

StoreHealthWatch::StoreHealthWatch(std::function<StoreHealth()> look) : m_look(std::move(look))
{
    connect(&m_timer, &QTimer::timeout, this, &StoreHealthWatch::look);
    m_timer.start(std::chrono::seconds{1});
}

void StoreHealthWatch::look()
{
    StoreHealth health = m_look();
    if (health == m_told)
        return;
    m_told = std::move(health);
    emit storeHealthChanged(m_told);
}

} // namespace linewatch
