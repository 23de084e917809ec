// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpserver.h"

#include "http/descriptors.h"
#include "http/iothread.h"
#include "http/listener.h"

#include <algorithm>
#include <future>
#include <utility>

namespace linewatch::http {

namespace {

/** Descriptors that are not for connections: the store, the logs, the event loops. */
constexpr int descriptorsKeptBack = 128;

QString addressText(const QHostAddress &address, quint16 port)
{
    const bool bracketed = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (bracketed ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(address.toString())
        .arg(port);
}

Failure cannotListen(const QHostAddress &address, quint16 port, const QString &why)
{
    return {
        Failure::Kind::Refused,
        Sentence(QT_TRANSLATE_NOOP("Failure", "Cannot listen on %1: %2."), addressText(address, port), why)};
}

/** What of the limits the descriptors allow; those turned away need some, too, and get a fifth at most. */
Limits affordable(Limits limits)
{
    const int descriptors = std::max(raiseDescriptorLimit() - descriptorsKeptBack, 1);
    limits.turnedAwayConnections = std::min(limits.turnedAwayConnections, descriptors / 5);
    limits.connections = std::min(limits.connections, descriptors - limits.turnedAwayConnections);
    return limits;
}

bool isReadyInTime(const std::future<void> &future, std::chrono::steady_clock::time_point until,
                   const std::stop_token &giveUp)
{
    constexpr std::chrono::milliseconds glance{20};
    using Clock = std::chrono::steady_clock;
    while (future.wait_until(std::min(until, Clock::now() + glance)) != std::future_status::ready) {
        if (giveUp.stop_requested() || Clock::now() >= until)
            return false;
    }
    return true;
}

} // namespace

HttpServer::HttpServer(RequestHandler &handler, const Limits &limits, int threads,
                       std::function<void()> enterThread)
    : m_service(new Service{handler, affordable(limits)})
    , m_threadCount(static_cast<std::size_t>(threads))
    , m_enterThread(std::move(enterThread))
{
}

HttpServer::~HttpServer()
{
    shutdown(std::chrono::milliseconds::zero());
}

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    return beginListening([address, port](Listener &listener) { return listener.listen(address, port); },
                          [address, port](const QString &why) { return cannotListen(address, port, why); });
}

Result<quint16> HttpServer::listenBeside(HttpServer &other)
{
    const qintptr socket = other.duplicateSocket();
    const auto failure = [](const QString &why) {
        return Failure{Failure::Kind::Refused,
                       Sentence(QT_TRANSLATE_NOOP("Failure", "Cannot go on listening: %1."), why)};
    };
    if (socket < 0)
        return failure(QStringLiteral("no descriptors are left"));
    return beginListening([socket](Listener &listener) { return listener.adopt(socket); }, failure);
}

Result<quint16> HttpServer::beginListening(const Begin &begin,
                                           const std::function<Failure(const QString &)> &failure)
{
    startThreads();
    // Shared: the thread may still be inside set_value() when this one goes on.
    const auto bound = std::make_shared<std::promise<Result<quint16>>>();
    m_threads.front()->worker().inbox().put([listener = m_listener, begin, failure, bound] {
        if (begin(*listener))
            bound->set_value(listener->port());
        else
            bound->set_value(failure(listener->errorString()));
    });
    return bound->get_future().get();
}

qintptr HttpServer::duplicateSocket()
{
    const auto made = std::make_shared<std::promise<qintptr>>();
    m_threads.front()->worker().inbox().put(
        [listener = m_listener, made] { made->set_value(duplicateDescriptor(listener->socket())); });
    return made->get_future().get();
}

bool HttpServer::shutdown(std::chrono::milliseconds deadline, const std::stop_token &giveUp)
{
    if (m_threads.empty())
        return true;
    const auto until = std::chrono::steady_clock::now() + deadline;
    stopListening();
    std::vector<std::future<void>> drained;
    for (const auto &thread : m_threads) {
        auto gone = std::make_shared<std::promise<void>>();
        drained.push_back(gone->get_future());
        thread->worker().inbox().put([worker = &thread->worker(), gone] { worker->drain(std::move(*gone)); });
    }
    const bool clean = std::ranges::all_of(
        drained, [&](const std::future<void> &gone) { return isReadyInTime(gone, until, giveUp); });
    m_threads.clear();
    return clean;
}

/** Whatever the listener has handed over by then is in the workers' inboxes before they are told to drain. */
void HttpServer::stopListening()
{
    if (!m_listener)
        return;
    const auto stopped = std::make_shared<std::promise<void>>();
    m_threads.front()->worker().inbox().put([listener = std::exchange(m_listener, nullptr), stopped] {
        delete listener;
        stopped->set_value();
    });
    stopped->get_future().wait();
}

StatisticsSnapshot HttpServer::statistics() const
{
    return m_service->statistics.snapshot();
}

void HttpServer::startThreads()
{
    if (m_listener)
        return;
    std::vector<IoWorker *> workers;
    for (std::size_t i = 0; i < m_threadCount; ++i) {
        m_threads.push_back(std::make_unique<IoThread>(*m_service, QStringLiteral("http-%1").arg(i + 1)));
        workers.push_back(&m_threads.back()->worker());
        if (m_enterThread)
            workers.back()->inbox().put(m_enterThread);
    }
    m_listener = new Listener(*m_service, workers);
    m_listener->moveToThread(&m_threads.front()->thread());
}

} // namespace linewatch::http
