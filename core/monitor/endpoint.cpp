// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/endpoint.h"

#include <QLoggingCategory>

#include <algorithm>

namespace linewatch {

namespace {

Q_LOGGING_CATEGORY(endpointLog, "linewatch.monitor")

using namespace std::chrono_literals;

/** As long as a client may take to read its answers. */
constexpr auto patience = 30s;

void add(http::StatisticsSnapshot &sum, const http::StatisticsSnapshot &more)
{
    sum.openConnections += more.openConnections;
    sum.connections += more.connections;
    sum.requests += more.requests;
    sum.acceptErrors += more.acceptErrors;
    for (const auto &[status, count] : more.refusals)
        sum.refusals[status] += count;
}

} // namespace

void HttpCounts::begin(const http::HttpServer &server)
{
    const std::scoped_lock lock(m_mutex);
    m_serving.push_back(&server);
}

void HttpCounts::end(const http::HttpServer &server)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_serving, &server);
    http::StatisticsSnapshot last = server.statistics();
    last.openConnections = 0;
    add(m_ended, last);
}

http::StatisticsSnapshot HttpCounts::total() const
{
    const std::scoped_lock lock(m_mutex);
    http::StatisticsSnapshot total = m_ended;
    for (const http::HttpServer *server : m_serving)
        add(total, server->statistics());
    return total;
}

Serving::Serving(api::Services services, const MonitorSettings &settings, std::function<void()> enterThread,
                 HttpCounts &httpCounts)
    : counts(httpCounts)
    , api(std::move(services))
    , server(api.handler(), settings.http, settings.ioThreads, std::move(enterThread))
{
    counts.begin(server);
}

Serving::~Serving()
{
    counts.end(server);
}

Endpoint::~Endpoint()
{
    for (Retired &retired : m_retired)
        retired.giveUp.request_stop();
}

bool Endpoint::isServedAt(const MonitorSettings &settings) const
{
    return m_serving && settings.address == m_address
        && (settings.port == m_wantedPort || settings.port == m_port);
}

Result<void> Endpoint::serve(const MonitorSettings &settings)
{
    std::unique_ptr<Serving> serving = m_make(settings);
    const Result<quint16> port = isServedAt(settings)
        ? serving->server.listenBeside(m_serving->server)
        : serving->server.listen(settings.address, settings.port);
    if (!port)
        return port.failure();
    m_address = settings.address;
    m_wantedPort = settings.port;
    m_port = *port;
    std::swap(m_serving, serving);
    if (serving)
        retire(std::move(serving));
    return {};
}

/** What is read is answered, for as long as its client takes. */
void Endpoint::retire(std::unique_ptr<Serving> serving)
{
    serving->server.stopListening(); // now: somebody may want to come back
    std::erase_if(m_retired, [](const Retired &retired) {
        return retired.gone.wait_for(0s) == std::future_status::ready;
    });
    Retired retired;
    retired.gone = std::async(
        std::launch::async, [old = std::move(serving), giveUp = retired.giveUp.get_token()]() mutable {
            if (!old->server.shutdown(patience, giveUp))
                qCWarning(endpointLog) << "some clients of the former endpoint did not read their answers";
            old.reset();
        });
    m_retired.push_back(std::move(retired));
}

bool Endpoint::shutdown(std::chrono::milliseconds deadline)
{
    const auto until = std::chrono::steady_clock::now() + deadline;
    bool clean = !m_serving || m_serving->server.shutdown(deadline);
    for (Retired &retired : m_retired) {
        clean = retired.gone.wait_until(until) == std::future_status::ready && clean;
        retired.giveUp.request_stop();
    }
    m_retired.clear(); // waits for those that give up
    return clean;
}

} // namespace linewatch
