// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/inbox.h"

#include <utility>

namespace linewatch::http {

Inbox::Inbox(QObject *parent) : QObject(parent), m_bell(this)
{
    connect(&m_bell, &Bell::rung, this, &Inbox::runErrands, Qt::QueuedConnection);
}

void Inbox::put(std::function<void()> errand)
{
    const std::lock_guard lock(m_mutex);
    m_errands.push_back(std::move(errand));
    if (m_errands.size() == 1)
        emit m_bell.rung();
}

void Inbox::runErrands()
{
    std::unique_lock lock(m_mutex);
    const auto errands = std::exchange(m_errands, {});
    lock.unlock();
    for (const auto &errand : errands)
        errand();
}

} // namespace linewatch::http
