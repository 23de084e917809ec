// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/httpanswer.h"

#include <QTcpSocket>

namespace linewatch::test {

class ContractCheck;

/**
 * One connection to a server on 127.0.0.1, blocking, raw: what is written goes out byte by byte, also when
 * it is no HTTP. Each answer that is read is held against the contract. Belongs to the thread that made it;
 * needs no event loop.
 */
class HttpClient
{
public:
    HttpClient(quint16 port, ContractCheck &contract);

    /** Whether the connection stands; tries for a while. */
    bool connect();
    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    /** Sends @p bytes; false when the peer hung up before all of them were taken, which may be what is
     * wanted. */
    bool write(const QByteArray &bytes);

    /** No more will be sent: the peer sees the end of the stream. What it still sends can be read. */
    void finishWriting();

    /**
     * The next answer, the one to @p request. Nothing when the peer closed without one, sent something that
     * is no answer (which is reported to the contract check) or stayed silent too long; fault() says which.
     */
    std::optional<HttpAnswer> readAnswer(const RequestLine &request);

    /** Whether the peer closed the connection, within a while, without sending anything more. */
    bool waitForClosed();

    QString fault() const { return m_fault; }

private:
    bool receiveMore(qint64 milliseconds);

    quint16 m_port;
    ContractCheck &m_contract;
    QTcpSocket m_socket;
    QByteArray m_received;
    QString m_fault;
};

/** A request as it goes over the wire, with Host and, unless @p body is null, Content-Length. */
QByteArray wireRequest(const RequestLine &request,
                       const QList<std::pair<QByteArray, QByteArray>> &headers = {},
                       const QByteArray &body = {});

} // namespace linewatch::test
