// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demofeed.h"

#include "simulation/eventjson.h"

#include <limits>
#include <numeric>

namespace linewatch::simulation {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t largestBatch = 2'000;
constexpr std::chrono::milliseconds liveInterval = 1s;
constexpr std::chrono::milliseconds shortestRetry = 500ms;
constexpr std::chrono::milliseconds longestRetry = 10s;

NoisyStream makeStream(Instant start, std::uint64_t seed)
{
    const auto layout = std::make_shared<const PlantLayout>(makeDemoPlant());
    std::vector<std::size_t> machines(layout->machines.size());
    std::iota(machines.begin(), machines.end(), std::size_t{0});
    const NoiseSettings mild{.duplicates = 0.5,
                             .corrections = 0.1,
                             .reordered = 0.3,
                             .skewed = 0.05,
                             .invalid = 0.05,
                             .moves = false};
    // One element at a time, so that each can be posted when its moment has come.
    return {Plant(layout, std::move(machines), Random(seed, 0), start, 1.0), mild, Random(seed, 1), 1,
            std::numeric_limits<std::uint64_t>::max()};
}

} // namespace

DemoFeed::DemoFeed(const QUrl &endpoint, Instant start, std::uint64_t seed, QObject *parent)
    : QObject(parent)
    , m_stream(makeStream(start, seed))
    , m_next(m_stream.next())
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

void DemoFeed::postWhatHappened()
{
    if (m_body.isEmpty()) {
        const Batch batch = collect();
        m_wasFull = batch.elements.size() == largestBatch;
        if (!batch.elements.empty())
            m_body = toJson(batch);
    }
    if (m_body.isEmpty())
        m_wait.start(liveInterval);
    else
        send();
}

Batch DemoFeed::collect()
{
    const auto now = std::chrono::system_clock::now();
    Batch batch;
    while (m_next.due <= now && batch.elements.size() < largestBatch) {
        batch.elements.push_back(std::move(m_next.elements.front()));
        m_next = m_stream.next();
    }
    return batch;
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
    if (!m_wasFull && !std::exchange(m_hasCaughtUp, true))
        emit caughtUp();
    m_wait.start(m_wasFull ? 0ms : liveInterval);
}

void DemoFeed::takeProblem(const QString &text)
{
    if (!std::exchange(m_isFailing, true))
        emit problemOccurred(text);
    m_wait.start(m_retryDelay);
    m_retryDelay = std::min(2 * m_retryDelay, longestRetry);
}

} // namespace linewatch::simulation
