// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <atomic>

class QTcpServer;
class QTcpSocket;

namespace linewatch::test {

/**
 * Stands between a program and its database and cuts a connection at the worst moment: when it commits.
 * Listens on 127.0.0.1, in a thread of its own.
 */
class CuttingProxy
{
public:
    enum class Cut {
        Never,
        BeforeCommit, ///< the server never hears of it
        AfterCommit   ///< the program never hears of it
    };

    /** Passes everything on to @p target on 127.0.0.1. */
    explicit CuttingProxy(quint16 target);
    ~CuttingProxy();
    Q_DISABLE_COPY_MOVE(CuttingProxy)

    quint16 port() const { return m_port; }
    /** Cuts the next connection that commits, once. */
    void cutNext(Cut cut) { m_cut = cut; }
    /** Whether that happened. */
    bool hasCut() const { return m_cut == Cut::Never; }

    /** Cuts every connection and takes no new one, as if the server were away; or takes them again. */
    void setAway(bool away);

private:
    void serve(QTcpSocket *client);
    void passToServer(QTcpSocket *client, QTcpSocket *server);

    const quint16 m_target;
    quint16 m_port = 0;
    std::atomic<Cut> m_cut{Cut::Never};
    QThread m_thread;
    QObject *m_context;               ///< lives in the thread
    QTcpServer *m_listener = nullptr; ///< the same
};

} // namespace linewatch::test
