// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demofeed.h"

#include "simulation/eventjson.h"

namespace linewatch::simulation {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds liveInterval = 1s;
constexpr std::chrono::milliseconds shortestRetry = 500ms;
constexpr std::chrono::milliseconds longestRetry = 10s;

Instant currentTime()
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

} // namespace

DemoFeed::DemoFeed(const QUrl &endpoint, Instant start, std::uint64_t seed, QObject *parent)
    : QObject(parent)
    , m_stream(start, seed)
    , m_http(this)
    , m_wait(this)
    , m_retryDelay(shortestRetry)
{
    m_http.setEndpoint(endpoint);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &DemoFeed::postWhatHappened);
}

void DemoFeed::start()
{
    postWhatHappened();
}

void DemoFeed::control(const DemoControls &controls)
{
    m_stream.control(controls, currentTime());
}

void DemoFeed::postWhatHappened()
{
    if (m_body.isEmpty()) {
        if (const std::optional<Batch> batch = m_stream.next(currentTime()))
            m_body = toJson(*batch);
    }
    if (m_body.isEmpty() || m_stream.isCut())
        m_wait.start(liveInterval);
    else
        send();
}

void DemoFeed::send()
{
    m_http.post("/events/batch", m_body, "Prefer: return=minimal\r\n",
                [this](const Result<HttpReply> &result) { takeAnswer(result); });
}

void DemoFeed::takeAnswer(const Result<HttpReply> &result)
{
    if (!result) {
        takeProblem(result.failure().shown);
        return;
    }
    if (result->status != 200 && result->status != 202) {
        takeProblem(Sentence(QT_TRANSLATE_NOOP("Failure", "%1 answered %2"), m_http.endpoint().toString(),
                             QString::number(result->status))
                        .translated());
        return;
    }
    m_body.clear();
    m_isFailing = false;
    m_retryDelay = shortestRetry;
    if (!m_stream.isBehind() && !std::exchange(m_hasCaughtUp, true))
        emit caughtUp();
    m_wait.start(m_stream.isBehind() ? 0ms : liveInterval);
}

void DemoFeed::takeProblem(const QString &text)
{
    if (!std::exchange(m_isFailing, true))
        emit problemOccurred(text);
    m_wait.start(m_retryDelay);
    m_retryDelay = std::min(2 * m_retryDelay, longestRetry);
}

} // namespace linewatch::simulation
