// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/httpclient.h"

namespace linewatch::simulation {

namespace {

constexpr std::chrono::seconds deadline{60};
constexpr int httpPort = 80;

} // namespace

HttpClient::HttpClient(QObject *parent) : QObject(parent), m_socket(this), m_deadline(this)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(deadline);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(Sentence(QT_TRANSLATE_NOOP("Failure", "no answer in time"))); });
    connect(&m_socket, &QTcpSocket::connected, this, &HttpClient::send);
    connect(&m_socket, &QTcpSocket::readyRead, this, &HttpClient::readAnswer);
    connect(&m_socket, &QTcpSocket::disconnected, this, &HttpClient::connectionEnded);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error != QAbstractSocket::RemoteHostClosedError) // disconnected follows, after the last bytes
            fail(m_socket.errorString());
    });
}

HttpClient::~HttpClient()
{
    // Closing, the socket would tell an object that is half gone.
    m_socket.disconnect(this);
}

void HttpClient::setEndpoint(const QUrl &endpoint)
{
    if (endpoint == m_endpoint)
        return;
    m_endpoint = endpoint;
    m_socket.abort();
}

void HttpClient::get(const QByteArray &target, Answered answered)
{
    request("GET " + target + " HTTP/1.1\r\n", {}, std::move(answered));
}

void HttpClient::post(const QByteArray &target, const QByteArray &json, const QByteArray &headers,
                      Answered answered)
{
    request("POST " + target + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                + QByteArray::number(json.size()) + "\r\n" + headers,
            json, std::move(answered));
}

void HttpClient::request(QByteArray head, const QByteArray &body, Answered answered)
{
    Q_ASSERT(!m_answered);
    m_head = std::move(head) + "Host: " + m_endpoint.authority(QUrl::FullyEncoded).toLatin1() + "\r\n\r\n";
    m_body = body;
    m_answered = std::move(answered);
    m_sent = false;
    m_reader = {};
    m_deadline.start();
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        send();
    else // later, as promised: a refused connection to an address is reported at once
        QMetaObject::invokeMethod(this, &HttpClient::connectNow, Qt::QueuedConnection);
}

void HttpClient::connectNow()
{
    m_socket.abort();
    m_socket.connectToHost(m_endpoint.host(), static_cast<quint16>(m_endpoint.port(httpPort)));
}

void HttpClient::send()
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_sent = true;
    m_socket.write(std::exchange(m_head, {}));
    m_socket.write(std::exchange(m_body, {}));
}

void HttpClient::readAnswer()
{
    const QByteArray bytes = m_socket.readAll();
    if (m_answered)
        takeState(m_reader.feed(bytes));
    else
        m_socket.abort(); // nobody asked
}

void HttpClient::takeState(HttpReplyReader::State state)
{
    switch (state) {
    case HttpReplyReader::State::Incomplete:
        break;
    case HttpReplyReader::State::Broken:
        fail(Sentence(QT_TRANSLATE_NOOP("Failure",
                                        "the connection ended within an answer, or the answer was no HTTP")));
        break;
    case HttpReplyReader::State::Complete:
        finish(m_reader.take());
        break;
    }
}

void HttpClient::connectionEnded()
{
    if (m_answered)
        takeState(m_reader.finish());
}

void HttpClient::fail(const Sentence &why)
{
    if (!m_answered)
        return;
    const Failure::Kind kind = m_sent ? Failure::Kind::CommitUnknown : Failure::Kind::Unavailable;
    finish(Failure{kind, Sentence("%1: %2", m_endpoint.toString(), why)});
}

void HttpClient::finish(Result<HttpReply> result)
{
    // First of all no request is in flight any more: abort() tells connectionEnded().
    const Answered answered = std::exchange(m_answered, {});
    m_deadline.stop();
    if (!result || !m_reader.keepsAlive())
        m_socket.abort();
    answered(std::move(result));
}

} // namespace linewatch::simulation
