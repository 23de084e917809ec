// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/wire.h"

#include <QHostAddress>
#include <QTest>

namespace linewatch::test {

namespace {

constexpr int patience = 20'000; // ms; only a test that fails waits so long

struct Answer {
    int status = 0;
    QByteArray body;
};

/** Cuts the first whole answer off; false when there is none yet. Interim answers count as answers. */
bool cutAnswer(QByteArrayView &bytes, Answer &answer)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QByteArray head = bytes.first(headEnd + 2).toByteArray();
    qsizetype length = 0;
    if (const qsizetype at = head.indexOf("Content-Length: "); at >= 0)
        length = head.mid(at + 16, head.indexOf('\r', at) - at - 16).toLongLong();
    if (bytes.size() < headEnd + 4 + length)
        return false;
    answer = {head.mid(9, 3).toInt(), bytes.sliced(headEnd + 4, length).toByteArray()};
    bytes = bytes.sliced(headEnd + 4 + length);
    return true;
}

QList<Answer> answersIn(QByteArrayView bytes)
{
    QList<Answer> answers;
    Answer answer;
    while (cutAnswer(bytes, answer))
        answers.append(answer);
    return answers;
}

} // namespace

Wire::Wire(quint16 port)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] {
        if (m_socket.readBufferSize() == 0)
            m_received += m_socket.readAll();
    });
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected(patience);
}

void Wire::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

bool Wire::waitForAnswers(qsizetype count)
{
    return QTest::qWaitFor([this, count] { return answersIn(m_received).size() >= count; }, patience);
}

bool Wire::waitForClose()
{
    return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; },
                           patience);
}

void Wire::startReading()
{
    m_socket.setReadBufferSize(0);
    m_received += m_socket.readAll();
}

QList<int> Wire::statuses() const
{
    QList<int> statuses;
    for (const Answer &answer : answersIn(m_received))
        statuses.append(answer.status);
    return statuses;
}

QByteArrayList Wire::bodies() const
{
    QByteArrayList bodies;
    for (const Answer &answer : answersIn(m_received))
        bodies.append(answer.body);
    return bodies;
}

} // namespace linewatch::test
