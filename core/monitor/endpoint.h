// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api.h"
#include "http/httpserver.h"
#include "monitor/monitorsettings.h"

#include <future>
#include <list>
#include <mutex>

namespace linewatch {

/** What the servers of one program have done, one after the other. Any thread. */
class HttpCounts
{
public:
    void begin(const http::HttpServer &server);
    /** @p server counts on, and may go. */
    void end(const http::HttpServer &server);
    http::StatisticsSnapshot total() const;

private:
    mutable std::mutex m_mutex;
    std::vector<const http::HttpServer *> m_serving;
    http::StatisticsSnapshot m_ended;
};

/** The resources of the API with a server before them. */
struct Serving {
    Serving(api::Services services, const MonitorSettings &settings, std::function<void()> enterThread,
            HttpCounts &httpCounts);
    ~Serving();
    Q_DISABLE_COPY_MOVE(Serving)

    HttpCounts &counts;
    api::Api api;
    http::HttpServer server;
};

/**
 * Where a program serves, and can be moved to while it does. The new server listens before the old one stops;
 * what the old one has read it still answers, on a thread of its own, and it closes idle connections. A
 * client whose request was not read finds its connection closed, and can send it again. One thread, but for
 * counts().
 */
class Endpoint
{
public:
    using MakeServing = std::function<std::unique_ptr<Serving>(const MonitorSettings &settings)>;

    explicit Endpoint(MakeServing make) : m_make(std::move(make)) { }
    /** Drops what is still open. */
    ~Endpoint();
    Q_DISABLE_COPY_MOVE(Endpoint)

    /**
     * Serves as @p settings say. On the address and port of before the socket stays, so that nobody is ever
     * refused. Where it fails, what served before goes on. Blocks until the address is bound.
     */
    Result<void> serve(const MonitorSettings &settings);
    /** As HttpServer::shutdown(), of all that still serve. */
    bool shutdown(std::chrono::milliseconds deadline);

    const QHostAddress &address() const { return m_address; }
    quint16 port() const { return m_port; }

private:
    struct Retired {
        std::stop_source giveUp;
        std::future<void> gone;
    };

    bool isServedAt(const MonitorSettings &settings) const;
    void retire(std::unique_ptr<Serving> serving);

    const MakeServing m_make;
    std::unique_ptr<Serving> m_serving;
    std::list<Retired> m_retired;
    QHostAddress m_address;
    quint16 m_wantedPort = 0; ///< as it was asked for: 0 is a free one
    quint16 m_port = 0;
};

} // namespace linewatch
