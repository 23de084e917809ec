// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

namespace linewatch::test {

/** A client that says exactly what it is told to and shows every byte that comes back. Loopback only. */
class Wire : public QObject
{
    Q_OBJECT

public:
    explicit Wire(quint16 port);

    void send(const QByteArray &bytes);
    /** Waits until so many answers have come whole; false after some seconds without. */
    bool waitForAnswers(qsizetype count);
    /** Waits until the server has closed. */
    bool waitForClose();
    /** Stops taking bytes from the kernel once a few are there. */
    void stopReading() { m_socket.setReadBufferSize(1); }
    void startReading();
    void abort() { m_socket.abort(); }

    const QByteArray &received() const { return m_received; }
    /** The statuses of the answers that have come, in order. */
    QList<int> statuses() const;
    /** Their bodies; only for answers that are not to HEAD. */
    QByteArrayList bodies() const;
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace linewatch::test
