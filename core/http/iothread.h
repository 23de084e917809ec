// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/ioworker.h"

#include <QThread>

namespace linewatch::http {

/** A thread with a worker on it, both running for as long as this object lives. */
class IoThread
{
public:
    IoThread(Service &service, const QString &name);
    /** Closes what is open and waits for the thread to end. Not on that thread. */
    ~IoThread();
    Q_DISABLE_COPY_MOVE(IoThread)

    QThread &thread() { return m_thread; }
    /** Lives on the thread. */
    IoWorker &worker() { return *m_worker; }

private:
    QThread m_thread;
    IoWorker *const m_worker; ///< deleted by its thread
};

} // namespace linewatch::http
