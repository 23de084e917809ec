// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/statistics.h"

namespace linewatch::http {

void Statistics::connectionOpened()
{
    ++m_openConnections;
    ++m_connections;
}

void Statistics::connectionClosed()
{
    --m_openConnections;
}

void Statistics::acceptFailed()
{
    ++m_acceptErrors;
}

void Statistics::requestRead()
{
    ++m_requests;
}

void Statistics::refused(int status)
{
    ++m_refusals.at(static_cast<std::size_t>(status - firstStatus));
}

StatisticsSnapshot Statistics::snapshot() const
{
    StatisticsSnapshot snapshot{m_openConnections, m_connections, m_requests, m_acceptErrors, {}};
    for (int status = firstStatus; status <= lastStatus; ++status) {
        if (const quint64 count = m_refusals[static_cast<std::size_t>(status - firstStatus)])
            snapshot.refusals.emplace(status, count);
    }
    return snapshot;
}

} // namespace linewatch::http
