// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/listener.h"

#include "http/descriptors.h"
#include "http/ioworker.h"

namespace linewatch::http {

namespace {

using namespace std::chrono_literals;

constexpr int backlog = 1024;
constexpr int acceptedInARow = 64; // then the thread's other sockets have their turn
constexpr auto retryAfter = 100ms;

} // namespace

Listener::Listener(Service &service, std::vector<IoWorker *> workers)
    : m_service(service)
    , m_workers(std::move(workers))
    , m_server(this)
    , m_retry(this)
{
    m_server.setListenBacklogSize(backlog);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, [this] { m_arrivals->setEnabled(true); });
}

bool Listener::listen(const QHostAddress &address, quint16 port)
{
    if (!m_server.listen(address, port))
        return false;
    beginAccepting();
    return true;
}

bool Listener::adopt(qintptr listeningSocket)
{
    if (!m_server.setSocketDescriptor(listeningSocket))
        return false;
    beginAccepting();
    return true;
}

void Listener::beginAccepting()
{
    m_server.pauseAccepting();
    m_arrivals = std::make_unique<QSocketNotifier>(m_server.socketDescriptor(), QSocketNotifier::Read);
    connect(m_arrivals.get(), &QSocketNotifier::activated, this, &Listener::accept);
}

void Listener::accept()
{
    for (int accepted = 0; accepted < acceptedInARow; ++accepted) {
        const Accepted result = acceptConnection(m_server.socketDescriptor());
        switch (result.outcome) {
        case Accepted::Outcome::Connection:
            handOver(result.descriptor);
            break;
        case Accepted::Outcome::NobodyWaits:
            return;
        case Accepted::Outcome::Failed:
            return pause();
        }
    }
}

void Listener::handOver(qintptr descriptor)
{
    m_next = (m_next + 1) % m_workers.size();
    IoWorker *worker = m_workers[m_next];
    if (m_service.statistics.openConnections() < m_service.limits.connections) {
        m_service.statistics.connectionOpened();
        worker->inbox().put([worker, descriptor] { worker->serve(descriptor); });
    } else if (m_service.turnedAway < m_service.limits.turnedAwayConnections) {
        ++m_service.turnedAway;
        worker->inbox().put([worker, descriptor] { worker->turnAway(descriptor); });
    } else {
        closeDescriptor(descriptor);
    }
}

void Listener::pause()
{
    m_service.statistics.acceptFailed();
    m_arrivals->setEnabled(false);
    m_retry.start();
}

} // namespace linewatch::http
