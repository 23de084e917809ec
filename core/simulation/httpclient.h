// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "simulation/httpreply.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>

namespace linewatch::simulation {

/**
 * One connection, one request in flight. Never sends anything twice by itself, which QNetworkAccessManager
 * does (also a POST, when a kept-alive connection turns out to be closed): a run that checks outcomes has to
 * know exactly how often a batch was sent. Lives in one thread; plain http only.
 */
class HttpClient : public QObject
{
    Q_OBJECT

public:
    /**
     * Failure kind Unavailable: no connection, nothing was sent. CommitUnknown: sent, and the answer was lost
     * or did not come in time.
     */
    using Answered = std::function<void(Result<HttpReply>)>;

    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    /** @p endpoint: scheme, host and port. An open connection to another one is given up. */
    void setEndpoint(const QUrl &endpoint);
    const QUrl &endpoint() const { return m_endpoint; }

    /**
     * Only while no other request is in flight. @p answered is called once, later, in this thread, unless the
     * client is destroyed before; it may start the next request. @p target: path and query, encoded.
     */
    void get(const QByteArray &target, Answered answered);
    /** @p headers: complete lines, each with its CRLF. */
    void post(const QByteArray &target, const QByteArray &json, const QByteArray &headers, Answered answered);

private:
    void request(QByteArray head, const QByteArray &body, Answered answered);
    void connectNow();
    void send();
    void readAnswer();
    void takeState(HttpReplyReader::State state);
    void connectionEnded();
    void fail(const Sentence &why);
    void finish(Result<HttpReply> result);

    QTcpSocket m_socket;
    QTimer m_deadline;
    QUrl m_endpoint;
    QByteArray m_head;
    QByteArray m_body;
    Answered m_answered; ///< set while a request is in flight
    bool m_sent = false;
    HttpReplyReader m_reader;
};

} // namespace linewatch::simulation
