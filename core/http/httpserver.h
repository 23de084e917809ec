// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/handler.h"
#include "http/limits.h"
#include "http/statistics.h"
#include "model/failure.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace linewatch::http {

class IoThread;
class Listener;
struct Service;

/**
 * Serves HTTP/1.1 and 1.0 on one address with a few threads of its own; each connection lives on one of them
 * and the handler is called there. The owner's thread does no network work and needs no event loop.
 *
 * All functions are for one thread at a time, and none of them for the I/O threads; statistics() is for any.
 *
 * On Linux, call qputenv("QT_NO_GLIB", "1") first thing in main(): the GLib event dispatcher that Qt takes
 * otherwise looks at every socket of a thread in each turn of its loop. It is read when a thread starts, and
 * the environment must not be changed once there are threads, so that is not done here.
 */
class HttpServer
{
public:
    /** @p handler must outlive the server. @p threads is 1 or more; each calls @p enterThread first. */
    explicit HttpServer(RequestHandler &handler, const Limits &limits = {}, int threads = 2,
                        std::function<void()> enterThread = {});
    /** Drops what is still open. */
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    /**
     * Starts to serve and returns the port, which the system picks where @p port is 0. Blocks until the
     * address is bound. The failure names the address and says why; it may be tried again then. Once only
     * when it succeeded.
     */
    Result<quint16> listen(const QHostAddress &address, quint16 port);

    /**
     * Starts to serve where @p other does, on its socket: both accept then, and whoever waits to be accepted
     * goes on waiting when @p other shuts down. Returns the port. @p other must be serving.
     */
    Result<quint16> listenBeside(HttpServer &other);

    /**
     * Takes no new connections and no new requests, closes idle connections, and blocks until the requests
     * already read are answered and those answers written, or until the deadline; what is left then is
     * dropped, and so it is soon after @p giveUp is asked to stop, from any thread. True when nothing had to
     * be dropped. Handlers may still answer afterwards, into the void.
     */
    bool shutdown(std::chrono::milliseconds deadline, const std::stop_token &giveUp = {});

    /** Takes no new connections; what is open is served on until shutdown(). The address is free then. */
    void stopListening();

    StatisticsSnapshot statistics() const;

private:
    using Begin = std::function<bool(Listener &listener)>;

    void startThreads();
    Result<quint16> beginListening(const Begin &begin,
                                   const std::function<Failure(const QString &)> &failure);
    qintptr duplicateSocket();

    const std::unique_ptr<Service> m_service;
    const std::size_t m_threadCount;
    const std::function<void()> m_enterThread;
    std::vector<std::unique_ptr<IoThread>> m_threads;
    Listener *m_listener = nullptr; ///< lives and dies on the first thread
};

} // namespace linewatch::http
