// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/iothread.h"

namespace linewatch::http {

IoThread::IoThread(Service &service, const QString &name) : m_worker(new IoWorker(service))
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

/** Through the inbox, so that errands put in before are run first. */
IoThread::~IoThread()
{
    const auto done = std::make_shared<std::promise<void>>();
    m_worker->inbox().put([this, done] {
        m_worker->abort();
        m_thread.quit();
        done->set_value();
    });
    done->get_future().wait();
    m_thread.wait();
}

} // namespace linewatch::http
