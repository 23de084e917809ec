// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/answerbox.h"
#include "http/answerqueue.h"
#include "http/requestparser.h"
#include "http/service.h"

#include <QAbstractSocket>
#include <QDeadlineTimer>

#include <memory>

namespace linewatch::http {

/**
 * One client's connection: reads its requests, has them handled, writes the answers in order. Lives on an
 * I/O thread and is used there only; the answers may come from any. Has no timer: somebody calls
 * checkDeadlines() now and then, since ten thousand timers cost more than one look at ten thousand numbers.
 *
 * It stops reading, and so slows the client down, while too many requests are unanswered or too many bytes
 * unwritten. It never closes on a client that might still be sending: that would destroy the answer on its
 * way (RFC 9112, 9.6). Instead it ends its own side and throws away what comes, within bounds. A client that
 * has ended its side still gets the answers owed to it.
 */
class Connection : public QObject
{
    Q_OBJECT

public:
    /** Takes the descriptor of a connected socket over. */
    Connection(qintptr descriptor, Service &service, QObject *parent);
    ~Connection() override;
    Q_DISABLE_COPY_MOVE(Connection)

    /** Begins to serve. */
    void open();
    /** Answers 503 without having read a request, and closes. */
    void turnAway();
    /** Takes no more requests; closes as soon as those taken are answered and the answers written. */
    void drain();
    /** Closes at once, whatever is under way. */
    void abort();
    void checkDeadlines();

signals:
    /** Once, at the end. The object does nothing after that. */
    void closed();

private:
    enum class Phase { Serving, LastAnswers, Lingering, Closed };
    enum class Awaited { Nothing, Request, Head, Body, PeerToClose };
    struct Wait {
        Awaited what = Awaited::Nothing;
        quint64 request = 0;
        friend bool operator==(const Wait &, const Wait &) = default;
    };

    void serve();
    void noteArrival();
    void closeWhenDone();
    void readRequests();
    bool readsOn() const;
    bool fetchInput();
    QByteArray receive();
    void dispatch(ParsedRequest parsed);
    void refuse(const Problem &problem);
    void offerToContinue();

    bool writeAnswers();
    void write(const AnswerQueue::Ready &answer);
    void send(const QByteArray &bytes);
    void noteProgress();

    void linger();
    void discardInput();
    void finish();

    Awaited awaited() const;
    QDeadlineTimer deadlineOf(Awaited what) const;
    void renewReadDeadline();

    Service &m_service;
    QAbstractSocket m_socket;
    QHostAddress m_peer;
    RequestParser m_parser;
    QByteArray m_input; ///< read but not parsed yet, from m_inputUsed on
    qsizetype m_inputUsed = 0;
    AnswerQueue m_answers;
    std::shared_ptr<AnswerBox> m_box;

    Phase m_phase = Phase::Serving;
    bool m_serving = false; ///< inside serve(), which must not be entered twice
    bool m_draining = false;
    bool m_arrived = false;             ///< there may be something to read
    bool m_peerEnded = false;           ///< the client sends nothing more, but may still read
    std::optional<quint64> m_continued; ///< the request that was last told to go on
    qsizetype m_discarded = 0;
    Wait m_wait;
    QDeadlineTimer m_readDeadline{QDeadlineTimer::Forever};
    QDeadlineTimer m_writeDeadline{QDeadlineTimer::Forever};
};

} // namespace linewatch::http
