// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cuttingproxy.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace linewatch::test {

namespace {

/** A COM_QUERY that commits, as it goes over the wire. */
const QByteArray commit = QByteArrayLiteral("\x03"
                                            "COMMIT");

} // namespace

CuttingProxy::CuttingProxy(quint16 target) : m_target(target), m_context(new QObject)
{
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_listener = new QTcpServer(m_context);
            m_listener->listen(QHostAddress::LocalHost);
            m_port = m_listener->serverPort();
            QObject::connect(m_listener, &QTcpServer::newConnection, m_context, [this] {
                while (QTcpSocket *client = m_listener->nextPendingConnection())
                    serve(client);
            });
        },
        Qt::BlockingQueuedConnection);
}

CuttingProxy::~CuttingProxy()
{
    m_thread.quit();
    m_thread.wait();
}

void CuttingProxy::setAway(bool away)
{
    QMetaObject::invokeMethod(
        m_context,
        [this, away] {
            if (!away) {
                if (!m_listener->isListening())
                    m_listener->listen(QHostAddress::LocalHost, m_port);
                return;
            }
            m_listener->close();
            for (QTcpSocket *client : m_listener->findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly))
                client->abort();
        },
        Qt::BlockingQueuedConnection);
}

void CuttingProxy::serve(QTcpSocket *client)
{
    auto *const server = new QTcpSocket(client);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    QObject::connect(client, &QTcpSocket::readyRead, m_context,
                     [this, client, server] { passToServer(client, server); });
    QObject::connect(server, &QTcpSocket::readyRead, m_context, [client, server] {
        if (!client->property("deaf").toBool())
            client->write(server->readAll());
        else
            client->abort(); // the server has carried it out and says so, to nobody
    });
    QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::abort);
    QObject::connect(server, &QTcpSocket::errorOccurred, client, [client](QTcpSocket::SocketError error) {
        if (error == QTcpSocket::ConnectionRefusedError)
            client->abort();
    });
    QObject::connect(client, &QTcpSocket::disconnected, m_context, [client, server] {
        server->abort();
        client->deleteLater();
    });
}

void CuttingProxy::passToServer(QTcpSocket *client, QTcpSocket *server)
{
    const QByteArray data = client->readAll();
    if (data.contains(commit)) {
        switch (m_cut.exchange(Cut::Never)) {
        case Cut::Never:
            break;
        case Cut::BeforeCommit:
            client->abort();
            return;
        case Cut::AfterCommit:
            client->setProperty("deaf", true);
            break;
        }
    }
    server->write(data);
}

} // namespace linewatch::test
