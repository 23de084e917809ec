// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace linewatch::test {

/** An HTTP server that says what a test wants: as little HTTP as that needs, in the test's own thread. */
class FakeServer : public QObject
{
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray target;
        QByteArray body;
    };
    /** Returns the whole answer as bytes; an empty one drops the connection. */
    using Handler = std::function<QByteArray(const Request &)>;

    explicit FakeServer(Handler handler);

    QUrl url() const;
    int requestCount() const { return m_requests; }

    static QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {});

private:
    void accept();
    void read(QTcpSocket *socket);

    Handler m_handler;
    QTcpServer m_server;
    int m_requests = 0;
};

} // namespace linewatch::test
