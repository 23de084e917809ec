// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/postingclient.h"

#include "simulation/eventjson.h"

#include <algorithm>

namespace linewatch::simulation {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds retryDelay = 250ms;
constexpr std::chrono::seconds patience = 120s; ///< without any answer that counts
constexpr std::chrono::seconds longestRetryAfter = 30s;
constexpr qsizetype mostDifferences = 1'000; ///< of one connection; the rest would say no more

std::chrono::milliseconds retryAfter(const HttpReply &reply)
{
    const std::chrono::seconds asked{reply.header("retry-after").toInt()};
    return std::clamp<std::chrono::milliseconds>(asked, retryDelay, longestRetryAfter);
}

std::chrono::milliseconds untilDue(Instant due)
{
    const auto rest = due - std::chrono::system_clock::now();
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(rest), 0ms);
}

} // namespace

PostingClient::PostingClient(PostingPlan plan, Progress &progress, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_progress(progress)
    , m_oracle(m_plan.runStart)
    , m_http(this)
    , m_wait(this)
{
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer);
    connect(&m_wait, &QTimer::timeout, this, &PostingClient::send);
}

void PostingClient::start()
{
    m_http.setEndpoint(m_plan.endpoints.front());
    if (m_plan.runFor)
        m_end.setRemainingTime(*m_plan.runFor);
    postNext();
}

void PostingClient::postNext()
{
    if (m_plan.stream.finished() || m_end.hasExpired()) {
        finish();
        return;
    }
    m_batch = m_plan.stream.next();
    m_body = toJson(m_batch);
    m_isUnsure = false;
    m_expected = {};
    if (m_plan.isChecked) {
        m_expected.first = m_oracle.expect(m_batch);
        for (const Outcome &outcome : m_expected.first)
            m_result.expected.add(outcome.status);
        rememberRejections();
    }
    m_patience.setRemainingTime(patience);
    const std::chrono::milliseconds wait = m_plan.isPaced ? untilDue(m_batch.due) : 0ms;
    m_patience += wait.count();
    m_wait.start(wait);
}

void PostingClient::send()
{
    m_sinceSent.start();
    const QByteArray headers =
        m_plan.isChecked ? QByteArray() : QByteArrayLiteral("Prefer: return=minimal\r\n");
    m_http.post("/events/batch", m_body, headers,
                [this](Result<HttpReply> result) { takeAnswer(std::move(result)); });
}

void PostingClient::takeAnswer(Result<HttpReply> result)
{
    if (result) {
        takeReply(*result);
        return;
    }
    if (result.failure().kind == Failure::Kind::CommitUnknown)
        becomeUnsure();
    m_endpoint = (m_endpoint + 1) % m_plan.endpoints.size();
    m_http.setEndpoint(m_plan.endpoints[m_endpoint]);
    sendAgain(retryDelay, result.failure().message);
}

void PostingClient::takeReply(const HttpReply &reply)
{
    const QString answer =
        QStringLiteral("%1 answered %2").arg(m_http.endpoint().toString()).arg(reply.status);
    if (reply.status == 200 || reply.status == 202) {
        takeOutcomes(reply);
    } else if (reply.status == 503) { // nothing was stored, with one exception
        if (reply.body.contains("commit-unknown"))
            becomeUnsure();
        sendAgain(retryAfter(reply), answer);
    } else if (reply.status >= 500) {
        becomeUnsure();
        sendAgain(retryDelay, answer);
    } else {
        giveUp(answer + QStringLiteral(": ") + QString::fromUtf8(reply.body.left(500)));
    }
}

void PostingClient::takeOutcomes(const HttpReply &reply)
{
    m_expected.mayBeQueued = reply.status == 202;
    BatchAnswer answer =
        m_plan.isChecked ? checkAnswer(m_batch, m_expected, reply.body) : readCounts(reply.body);
    if (answer.mustBeSentAgain) {
        becomeUnsure();
        sendAgain(retryDelay, QStringLiteral("events kept losing against other writers"));
        return;
    }
    const auto events = static_cast<std::int64_t>(m_batch.elements.size());
    m_result.latencies.push_back(static_cast<std::int32_t>(m_sinceSent.nsecsElapsed() / 1'000));
    m_result.seen += answer.counts;
    m_result.queued += answer.queued;
    m_result.events += events;
    ++m_result.batches;
    m_progress.events += events;
    ++m_progress.batches;
    if (m_result.differences.size() < mostDifferences)
        m_result.differences += answer.differences;
    postNext();
}

void PostingClient::sendAgain(std::chrono::milliseconds delay, const QString &why)
{
    if (m_patience.hasExpired()) {
        giveUp(why);
        return;
    }
    ++m_result.resends;
    ++m_progress.resends;
    m_wait.start(delay);
}

void PostingClient::becomeUnsure()
{
    if (!std::exchange(m_isUnsure, true))
        ++m_result.inDoubt;
    if (!m_plan.isChecked)
        return;
    m_expected.repeated = m_oracle.expectRepeated(m_batch);
    rememberRejections(); // they are kept once more
}

void PostingClient::rememberRejections()
{
    for (const Element &element : m_batch.elements) {
        const auto *broken = std::get_if<BrokenElement>(&element.content);
        if (!broken || !namesRun(broken->json, m_plan.prefix))
            continue;
        SentRejection &sent =
            m_result.rejections.try_emplace(broken->json, SentRejection{broken->reason, 0}).first->second;
        ++sent.most;
    }
}

void PostingClient::giveUp(const QString &why)
{
    m_result.failure = why;
    finish();
}

void PostingClient::finish()
{
    m_result.rows = m_oracle.takeRows();
    {
        const std::lock_guard lock(m_finishedMutex);
        m_finished = std::move(m_result);
    }
    emit finished();
}

PostingResult PostingClient::takeResult()
{
    const std::lock_guard lock(m_finishedMutex);
    return std::move(m_finished);
}

} // namespace linewatch::simulation
