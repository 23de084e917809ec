// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace linewatch::http {

/**
 * Rung in any thread, heard in the thread of whoever is connected to it (queued). It carries nothing: what is
 * handed over waits under a mutex beside it. ThreadSanitizer sees that mutex and can judge the handover; it
 * cannot see into Qt's event queues.
 */
class Bell : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void rung();
};

} // namespace linewatch::http
