// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "http/descriptors.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace linewatch::http {

namespace {

/** What is read at once. The rest stays in the kernel's buffer; when that is full, the client has to wait. */
constexpr qint64 readAtOnce = 64 * 1024;
/** A body up to this size is copied behind its head, to leave in one packet. */
constexpr qsizetype copiedBody = 16 * 1024;

Response refusalAnswer(const Problem &problem)
{
    Response response = toResponse(problem);
    if (problem.status == 415)
        response.headers.append("Accept-Encoding", "gzip"); // RFC 9110, 15.5.16
    return response;
}

Problem tooSlow()
{
    return {.status = 408, .detail = QStringLiteral("The request did not arrive in time.")};
}

Problem tooManyConnections()
{
    return {.status = 503, .detail = QStringLiteral("The server has as many connections as it may have.")};
}

} // namespace

Connection::Connection(qintptr descriptor, Service &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_socket(QAbstractSocket::TcpSocket, nullptr)
    , m_parser(service.limits)
    , m_box(std::make_shared<AnswerBox>(this, [this] { serve(); }))
{
    connect(&m_socket, &QAbstractSocket::readyRead, this, &Connection::noteArrival);
    connect(&m_socket, &QAbstractSocket::bytesWritten, this, &Connection::noteProgress);
    connect(&m_socket, &QAbstractSocket::disconnected, this, &Connection::finish);
    // Unbuffered, Qt reads when we do. Else it would read the end of a client that has only finished sending
    // and drop the connection with the answers still owed. A QTcpSocket (6.4) is never unbuffered here.
    if (!m_socket.setSocketDescriptor(descriptor, QAbstractSocket::ConnectedState,
                                      QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return;
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_peer = m_socket.peerAddress();
}

Connection::~Connection()
{
    m_socket.disconnect(this);
    m_box->close();
}

void Connection::open()
{
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        serve();
    else
        finish();
}

void Connection::turnAway()
{
    Response response = toResponse(tooManyConnections());
    response.headers.append("Retry-After", QByteArray::number(m_service.limits.retryAfter.count()));
    m_answers.answer(m_answers.expect({.keepAlive = false}), std::move(response));
    m_phase = Phase::LastAnswers;
    open();
}

/** What has been received whole by now is still served, though the news of it may not have come yet. */
void Connection::drain()
{
    noteArrival();
    if (m_wait.what == Awaited::Request)
        return abort();
    m_draining = true;
    m_wait = {}; // lingering is shorter now
    if (m_phase == Phase::Serving) {
        m_answers.closeBehindLast();
        m_phase = Phase::LastAnswers;
    }
    serve();
}

void Connection::abort()
{
    m_socket.abort();
    finish();
}

void Connection::checkDeadlines()
{
    if (m_socket.bytesToWrite() > 0 && m_writeDeadline.hasExpired())
        return abort();
    if (!m_readDeadline.hasExpired())
        return;
    const bool insideRequest = m_wait.what == Awaited::Head || m_wait.what == Awaited::Body;
    if (!insideRequest)
        return abort();
    refuse(tooSlow());
    serve();
}

void Connection::serve()
{
    if (m_serving || m_phase == Phase::Closed)
        return;
    const QScopedValueRollback serving(m_serving, true);
    m_box->hold();
    do {
        readRequests();
    } while (writeAnswers()); // an answer that is out makes room for a request
    m_box->release();
    offerToContinue();
    closeWhenDone();
    renewReadDeadline();
}

void Connection::noteArrival()
{
    m_arrived = true;
    serve();
}

void Connection::closeWhenDone()
{
    const bool owesNothing = m_answers.isEmpty() && m_socket.bytesToWrite() == 0;
    if (m_phase == Phase::LastAnswers && owesNothing)
        linger();
    if (m_phase == Phase::Lingering)
        discardInput();
    if (m_peerEnded && owesNothing)
        abort();
}

void Connection::readRequests()
{
    while (readsOn() && fetchInput()) {
        m_inputUsed += m_parser.feed(QByteArrayView(m_input).sliced(m_inputUsed));
        if (m_parser.stage() == RequestParser::Stage::Complete)
            dispatch(m_parser.take());
        else if (m_parser.stage() == RequestParser::Stage::Refused)
            refuse(m_parser.refusal());
    }
}

bool Connection::readsOn() const
{
    return m_phase == Phase::Serving && m_answers.size() < m_service.limits.requestsInFlight
        && m_socket.bytesToWrite() <= m_service.limits.unwrittenBytes;
}

/** Whether there is input to parse. Holds no more memory than the input needs: most connections are idle. */
bool Connection::fetchInput()
{
    if (m_inputUsed < m_input.size())
        return true;
    m_inputUsed = 0;
    m_input = receive();
    return !m_input.isEmpty();
}

/**
 * Reads once for each time that something has arrived, so that a client that never stops leaves the thread to
 * others in between. Looks for the end first: Qt must not read that (see the constructor).
 */
QByteArray Connection::receive()
{
    if (!m_arrived || m_peerEnded)
        return {};
    m_arrived = false;
    m_peerEnded = peerHasEnded(m_socket.socketDescriptor());
    return m_peerEnded ? QByteArray() : m_socket.read(readAtOnce);
}

void Connection::dispatch(ParsedRequest parsed)
{
    parsed.request.peer = m_peer;
    const quint64 number = m_answers.expect({.headOnly = parsed.request.method == "HEAD",
                                             .keepAlive = parsed.keepAlive,
                                             .minorVersion = parsed.minorVersion});
    if (!parsed.keepAlive)
        m_phase = Phase::LastAnswers;
    m_service.statistics.requestRead();
    m_service.handler.handle(parsed.request, Responder([box = m_box, number](Response response) {
                                 box->put(number, std::move(response));
                             }));
}

void Connection::refuse(const Problem &problem)
{
    m_service.statistics.refused(problem.status);
    const quint64 number = m_answers.expect({.headOnly = m_parser.method() == "HEAD", .keepAlive = false});
    m_answers.answer(number, refusalAnswer(problem));
    m_phase = Phase::LastAnswers;
}

/** Behind the answers owed: an interim answer between them would be taken for part of theirs. */
void Connection::offerToContinue()
{
    const quint64 request = m_answers.nextNumber();
    if (m_phase != Phase::Serving || !m_answers.isEmpty() || !m_parser.wantsContinue()
        || m_continued == request)
        return;
    m_continued = request;
    send("HTTP/1.1 100 Continue\r\n\r\n");
}

/** Writes every answer whose turn it is. Whether there was one. */
bool Connection::writeAnswers()
{
    for (AnswerBox::Answer &answer : m_box->take())
        m_answers.answer(answer.request, std::move(answer.response));
    bool wrote = false;
    while (const auto ready = m_answers.takeReady()) {
        write(*ready);
        wrote = true;
    }
    return wrote;
}

void Connection::write(const AnswerQueue::Ready &answer)
{
    const QByteArray head = headBytes(answer.response, answer.terms, std::time(nullptr));
    if (!sendsBody(answer.response, answer.terms))
        return send(head);
    if (answer.response.body.size() <= copiedBody)
        return send(head + answer.response.body);
    send(head);
    send(answer.response.body);
}

/** What the kernel does not take at once waits in the socket's buffer. */
void Connection::send(const QByteArray &bytes)
{
    if (m_phase == Phase::Closed)
        return;
    if (m_socket.bytesToWrite() == 0)
        m_writeDeadline = QDeadlineTimer(m_service.limits.writeTimeout);
    if (m_socket.write(bytes) < 0)
        abort();
}

void Connection::noteProgress()
{
    m_writeDeadline = QDeadlineTimer(m_service.limits.writeTimeout);
    serve();
}

void Connection::linger()
{
    m_phase = Phase::Lingering;
    m_input.clear();
    m_inputUsed = 0;
    closeWriteSide(m_socket.socketDescriptor());
}

void Connection::discardInput()
{
    m_discarded += receive().size();
    if (m_discarded > m_service.limits.lingerBytes)
        abort();
}

void Connection::finish()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_box->close();
    emit closed();
}

Connection::Awaited Connection::awaited() const
{
    if (m_phase == Phase::Lingering)
        return Awaited::PeerToClose;
    if (!readsOn() || m_peerEnded)
        return Awaited::Nothing;
    switch (m_parser.stage()) {
    case RequestParser::Stage::Head:
        return Awaited::Head;
    case RequestParser::Stage::Body:
        return Awaited::Body;
    default:
        break;
    }
    const bool owesNothing = m_answers.isEmpty() && m_socket.bytesToWrite() == 0;
    return owesNothing ? Awaited::Request : Awaited::Nothing;
}

QDeadlineTimer Connection::deadlineOf(Awaited what) const
{
    const Limits &limits = m_service.limits;
    switch (what) {
    case Awaited::Request:
        return QDeadlineTimer(limits.idleTimeout);
    case Awaited::Head:
        return QDeadlineTimer(limits.headerDeadline);
    case Awaited::Body:
        return QDeadlineTimer(limits.bodyDeadline);
    case Awaited::PeerToClose:
        return QDeadlineTimer(m_draining ? limits.shutdownLingerTime : limits.lingerTime);
    case Awaited::Nothing:
        break;
    }
    return QDeadlineTimer(QDeadlineTimer::Forever);
}

/** The same wait for the same request keeps its deadline, however many bytes trickle in meanwhile. */
void Connection::renewReadDeadline()
{
    const Wait wait{awaited(), m_answers.nextNumber()};
    if (wait == m_wait)
        return;
    m_wait = wait;
    m_readDeadline = deadlineOf(wait.what);
}

} // namespace linewatch::http
