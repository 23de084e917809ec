// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <atomic>

namespace linewatch::test {

/**
 * Stands before a server and loses the answer to the first requests: the server took them, and the sender
 * never hears of it. Listens on 127.0.0.1, in a thread of its own.
 */
class AnswerLoser
{
public:
    AnswerLoser(quint16 target, int losses) : m_target(target), m_losses(losses)
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }
    ~AnswerLoser()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { delete m_listener; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(AnswerLoser)

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    int requests() const { return m_requests; }

private:
    static constexpr int patience = 10'000; // milliseconds

    void listen()
    {
        m_listener = new QTcpServer;
        m_listener->listen(QHostAddress::LocalHost);
        m_port = m_listener->serverPort();
        QObject::connect(m_listener, &QTcpServer::newConnection, m_listener, [this] {
            while (QTcpSocket *client = m_listener->nextPendingConnection())
                serve(*client);
        });
    }

    void serve(QTcpSocket &client)
    {
        QTcpSocket server;
        server.connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
        const QByteArray request = readMessage(client);
        if (!request.isEmpty() && server.waitForConnected(patience)) {
            server.write(request);
            const QByteArray answer = readMessage(server);
            if (m_requests++ >= m_losses) {
                client.write(answer);
                client.waitForBytesWritten(patience);
            }
        }
        client.disconnectFromHost();
        client.deleteLater();
    }

    /** Head and body, whose length the head states. */
    static QByteArray readMessage(QTcpSocket &socket)
    {
        static const QRegularExpression stated(QStringLiteral("\r\ncontent-length: *(\\d+)\r\n"),
                                               QRegularExpression::CaseInsensitiveOption);
        QByteArray message;
        for (;;) {
            const qsizetype head = message.indexOf("\r\n\r\n");
            const auto length = stated.match(QString::fromLatin1(message.left(head + 2)));
            if (head >= 0 && message.size() >= head + 4 + length.captured(1).toLongLong())
                return message;
            if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(patience))
                return {};
            message += socket.readAll();
        }
    }

    const quint16 m_target;
    const int m_losses;
    quint16 m_port = 0;
    std::atomic<int> m_requests{0};
    QThread m_thread;
    QObject m_context;                ///< lives in the thread
    QTcpServer *m_listener = nullptr; ///< the same
};

} // namespace linewatch::test
