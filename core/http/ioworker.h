// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/inbox.h"
#include "http/service.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <future>
#include <optional>

namespace linewatch::http {

class Connection;

/** The connections of one I/O thread. Lives on it; every function but inbox() is called there. */
class IoWorker : public QObject
{
    Q_OBJECT

public:
    explicit IoWorker(Service &service);

    /** What other threads want of this one goes in here. */
    Inbox &inbox() { return m_inbox; }

    /** Takes over a connected socket that has been counted as open; it is counted off when it closes. */
    void serve(qintptr descriptor);
    /** Takes over a connected socket that has been counted as turned away, to tell it so. */
    void turnAway(qintptr descriptor);
    /** Closes every connection as soon as it owes nothing; then keeps the promise. Once only. */
    void drain(std::promise<void> gone);
    /** Closes every connection at once. */
    void abort();

private:
    void add(Connection *connection);
    void remove(Connection *connection);
    void checkDeadlines();
    void keepPromise();

    Service &m_service;
    Inbox m_inbox;
    QSet<Connection *> m_connections;
    QTimer m_tick; ///< runs while there are connections
    std::optional<std::promise<void>> m_gone;
};

} // namespace linewatch::http
