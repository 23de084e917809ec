// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httpclient.h"

#include "support/contractcheck.h"

#include <QDeadlineTimer>
#include <QHostAddress>

#include <sys/socket.h>

namespace linewatch::test {

namespace {
constexpr int patience = 60'000; // milliseconds; only ever waited for in full by a test that fails
}

HttpClient::HttpClient(quint16 port, ContractCheck &contract) : m_port(port), m_contract(contract) { }

bool HttpClient::connect()
{
    m_received.clear();
    m_socket.abort();
    m_socket.connectToHost(QHostAddress::LocalHost, m_port);
    if (!m_socket.waitForConnected(patience)) {
        m_fault = m_socket.errorString();
        return false;
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return true;
}

bool HttpClient::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
    QDeadlineTimer deadline(patience);
    while (m_socket.bytesToWrite() > 0 && isConnected() && !deadline.hasExpired())
        m_socket.waitForBytesWritten(static_cast<int>(deadline.remainingTime()));
    return m_socket.bytesToWrite() == 0 && isConnected();
}

void HttpClient::finishWriting()
{
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR); // Qt closes both ways or none
}

bool HttpClient::receiveMore(qint64 milliseconds)
{
    const bool more =
        m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(static_cast<int>(milliseconds));
    m_received += m_socket.readAll();
    return more;
}

std::optional<HttpAnswer> HttpClient::readAnswer(const RequestLine &request)
{
    QDeadlineTimer deadline(patience);
    bool ended = false;
    for (;;) {
        const AnswerParse parse = parseAnswer(m_received, request.isHead(), ended);
        if (parse.state == AnswerParse::State::Complete) {
            m_received.remove(0, parse.used);
            m_contract.check(request, parse.answer);
            return parse.answer;
        }
        if (parse.state == AnswerParse::State::Broken) {
            m_fault = QStringLiteral("no HTTP answer: ") + parse.fault;
            m_contract.report(m_fault);
            return std::nullopt;
        }
        if (ended || deadline.hasExpired()) {
            m_fault =
                ended ? QStringLiteral("closed without an answer") : QStringLiteral("no answer in time");
            return std::nullopt;
        }
        ended = !receiveMore(deadline.remainingTime()) && !isConnected();
    }
}

bool HttpClient::waitForClosed()
{
    QDeadlineTimer deadline(patience);
    while (isConnected() && !deadline.hasExpired() && m_received.isEmpty())
        receiveMore(deadline.remainingTime());
    m_received += m_socket.readAll();
    return !isConnected() && m_received.isEmpty();
}

QByteArray wireRequest(const RequestLine &request, const QList<std::pair<QByteArray, QByteArray>> &headers,
                       const QByteArray &body)
{
    QByteArray bytes = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isNull())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

} // namespace linewatch::test
