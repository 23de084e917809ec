// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/listener.h"

#include "http/descriptors.h"
#include "http/ioworker.h"

namespace linewatch::http {

namespace {

using namespace std::chrono_literals;

constexpr int backlog = 1024;
constexpr auto resumeAfter = 100ms;

} // namespace

Listener::Listener(Service &service, std::vector<IoWorker *> workers, int connectionLimit)
    : m_service(service)
    , m_workers(std::move(workers))
    , m_connectionLimit(connectionLimit)
    , m_resume(this)
{
    setListenBacklogSize(backlog);
    m_resume.setSingleShot(true);
    m_resume.setInterval(resumeAfter);
    connect(&m_resume, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    connect(this, &QTcpServer::acceptError, this, &Listener::pause);
}

void Listener::incomingConnection(qintptr descriptor)
{
    IoWorker *worker = nextWorker();
    if (m_service.statistics.openConnections() < m_connectionLimit) {
        m_service.statistics.connectionOpened();
        QMetaObject::invokeMethod(worker, [worker, descriptor] { worker->serve(descriptor); });
    } else if (m_service.turnedAway < m_service.limits.turnedAwayConnections) {
        ++m_service.turnedAway;
        QMetaObject::invokeMethod(worker, [worker, descriptor] { worker->turnAway(descriptor); });
    } else {
        closeDescriptor(descriptor);
    }
}

/** Qt stops to accept after an error and does not begin again by itself. */
void Listener::pause()
{
    m_service.statistics.acceptFailed();
    pauseAccepting();
    m_resume.start();
}

IoWorker *Listener::nextWorker()
{
    m_next = (m_next + 1) % m_workers.size();
    return m_workers[m_next];
}

} // namespace linewatch::http
