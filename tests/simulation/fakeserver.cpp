// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeserver.h"

namespace linewatch::test {

FakeServer::FakeServer(Handler handler) : m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &FakeServer::accept);
    m_server.listen(QHostAddress::LocalHost);
}

QUrl FakeServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

QByteArray FakeServer::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status)
        + " Fake\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

void FakeServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void FakeServer::read(QTcpSocket *socket)
{
    const QByteArray seen = socket->peek(socket->bytesAvailable());
    const qsizetype head = seen.indexOf("\r\n\r\n");
    if (head < 0)
        return;
    const qsizetype lengthAt = seen.first(head).toLower().indexOf("content-length:");
    const qsizetype length =
        lengthAt < 0 ? 0 : seen.mid(lengthAt + 15, seen.indexOf('\r', lengthAt) - lengthAt - 15).toLongLong();
    if (seen.size() < head + 4 + length)
        return;
    socket->skip(head + 4 + length);
    const QList<QByteArray> line = seen.first(seen.indexOf('\r')).split(' ');
    ++m_requests;
    const QByteArray answer = m_handler({line.at(0), line.at(1), seen.mid(head + 4, length)});
    if (answer.isEmpty())
        socket->abort();
    else
        socket->write(answer);
}

} // namespace linewatch::test
