// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/service.h"

#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <memory>
#include <vector>

namespace linewatch::http {

class IoWorker;

/**
 * Accepts connections and hands them to the workers in turn. Lives on an I/O thread and is used there. One
 * connection more than may be open is turned away. While the process has no descriptors left, clients wait
 * in the kernel's queue; it tries again a few times a second.
 *
 * It lets Qt bind and listen but accepts by itself: after one accept() that found nothing, QTcpServer (6.4)
 * takes every later error for another of that kind, does not report it, and spins on it.
 */
class Listener : public QObject
{
    Q_OBJECT

public:
    /** The workers must live as long as it does. */
    Listener(Service &service, std::vector<IoWorker *> workers);

    /** Begins to accept. False when the address cannot be bound: errorString() says why. */
    bool listen(const QHostAddress &address, quint16 port);
    /** The same on a socket that listens already, which belongs to this from now on. */
    bool adopt(qintptr listeningSocket);
    qintptr socket() const { return m_server.socketDescriptor(); }
    quint16 port() const { return m_server.serverPort(); }
    QString errorString() const { return m_server.errorString(); }

private:
    void beginAccepting();
    void accept();
    void handOver(qintptr descriptor);
    void pause();

    Service &m_service;
    const std::vector<IoWorker *> m_workers;
    std::size_t m_next = 0;
    QTcpServer m_server;                         ///< its own accepting stays paused
    std::unique_ptr<QSocketNotifier> m_arrivals; ///< while it listens
    QTimer m_retry;
};

} // namespace linewatch::http
