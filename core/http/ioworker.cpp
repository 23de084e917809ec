// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ioworker.h"

#include "http/connection.h"

#include <algorithm>

namespace linewatch::http {

namespace {

using namespace std::chrono_literals;

/** How often deadlines are looked at: late by a quarter of the shortest at most, and by half a second. */
std::chrono::milliseconds tickInterval(const Limits &limits)
{
    const auto shortest = std::min({limits.headerDeadline, limits.bodyDeadline, limits.idleTimeout,
                                    limits.writeTimeout, limits.lingerTime, limits.shutdownLingerTime});
    return std::clamp(shortest / 4, 5ms, 500ms);
}

} // namespace

IoWorker::IoWorker(Service &service) : m_service(service), m_inbox(this), m_tick(this)
{
    m_tick.setInterval(tickInterval(service.limits));
    connect(&m_tick, &QTimer::timeout, this, &IoWorker::checkDeadlines);
}

void IoWorker::serve(qintptr descriptor)
{
    auto *connection = new Connection(descriptor, m_service, this);
    connect(connection, &Connection::closed, this, [this, connection] {
        m_service.statistics.connectionClosed();
        remove(connection);
    });
    add(connection);
    connection->open();
}

void IoWorker::turnAway(qintptr descriptor)
{
    m_service.statistics.refused(503);
    auto *connection = new Connection(descriptor, m_service, this);
    connect(connection, &Connection::closed, this, [this, connection] {
        --m_service.turnedAway;
        remove(connection);
    });
    add(connection);
    connection->turnAway();
}

void IoWorker::drain(std::promise<void> gone)
{
    m_gone = std::move(gone);
    const auto connections = m_connections; // draining removes
    for (Connection *connection : connections)
        connection->drain();
    keepPromise();
}

void IoWorker::abort()
{
    const auto connections = m_connections; // so does aborting
    for (Connection *connection : connections)
        connection->abort();
}

void IoWorker::add(Connection *connection)
{
    m_connections.insert(connection);
    if (!m_tick.isActive())
        m_tick.start();
}

void IoWorker::remove(Connection *connection)
{
    m_connections.remove(connection);
    connection->deleteLater();
    if (m_connections.isEmpty())
        m_tick.stop();
    keepPromise();
}

void IoWorker::checkDeadlines()
{
    const auto connections = m_connections; // a deadline may remove
    for (Connection *connection : connections)
        connection->checkDeadlines();
}

void IoWorker::keepPromise()
{
    if (!m_gone || !m_connections.isEmpty())
        return;
    m_gone->set_value();
    m_gone.reset();
}

} // namespace linewatch::http
