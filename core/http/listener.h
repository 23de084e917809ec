// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/service.h"

#include <QTcpServer>
#include <QTimer>

#include <vector>

namespace linewatch::http {

class IoWorker;

/**
 * Accepts connections and hands them to the workers in turn. Lives on an I/O thread. One connection more than
 * may be open is turned away. When the process runs out of descriptors, clients wait in the kernel's queue
 * and are accepted once there are some again.
 */
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    /** @p connectionLimit is 1 or more. The workers must live as long as it does. */
    Listener(Service &service, std::vector<IoWorker *> workers, int connectionLimit);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void pause();
    IoWorker *nextWorker();

    Service &m_service;
    const std::vector<IoWorker *> m_workers;
    const int m_connectionLimit;
    std::size_t m_next = 0;
    QTimer m_resume;
};

} // namespace linewatch::http
