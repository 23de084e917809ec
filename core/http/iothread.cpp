// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/iothread.h"

namespace linewatch::http {

IoThread::IoThread(Service &service, const QString &name) : m_worker(new IoWorker(service))
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    QObject::connect(
        &m_thread, &QThread::finished, m_worker,
        [worker = m_worker] {
            worker->abort();
            worker->deleteLater();
        },
        Qt::DirectConnection);
    m_thread.start();
}

IoThread::~IoThread()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace linewatch::http
