// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/batchresource.h"

#include "api/answers.h"
#include "http/problem.h"
#include "ingest/batchdecoder.h"

namespace linewatch::api {

namespace {

/** Prefer: return=minimal (RFC 7240, 4.2), among other preferences or alone. */
bool prefersMinimal(const http::Headers &headers)
{
    const QByteArrayList preferences = headers.joined("Prefer").split(',');
    return std::any_of(preferences.begin(), preferences.end(), [](const QByteArray &preference) {
        const QByteArray plain = preference.split(';').first().toLower().replace(' ', "").replace('"', "");
        return plain.trimmed() == "return=minimal";
    });
}

http::Response refusalAnswer(const BatchRefusal &refusal)
{
    if (refusal.kind == BatchRefusal::Kind::TooManyEvents)
        return http::toResponse({.status = 413, .detail = refusal.message});
    http::Problem problem{.status = 400, .detail = refusal.message};
    problem.members.insert(QStringLiteral("offset"), static_cast<qint64>(refusal.offset));
    return http::toResponse(problem);
}

void writeReason(JsonWriter &json, const Outcome &outcome)
{
    json.member("reason", wireName(outcome.reason));
    if (outcome.isRetryable())
        json.member("retryable", true);
}

void writeIndexAndId(JsonWriter &json, const BatchResult &result, std::size_t index)
{
    json.member("index", static_cast<std::int64_t>(index));
    if (const std::string *eventId = eventIdOf(result.events[index]))
        json.member("eventId", std::string_view(*eventId));
}

void writeRejections(JsonWriter &json, const BatchResult &result)
{
    json.key("rejections");
    json.beginArray();
    for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
        if (result.outcomes[i].status != OutcomeStatus::Rejected)
            continue;
        json.beginObject();
        writeIndexAndId(json, result, i);
        writeReason(json, result.outcomes[i]);
        json.endObject();
    }
    json.endArray();
}

void writeResults(JsonWriter &json, const BatchResult &result)
{
    json.key("results");
    json.beginArray();
    for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
        const Outcome &outcome = result.outcomes[i];
        json.beginObject();
        writeIndexAndId(json, result, i);
        json.member("status", wireName(outcome.status));
        if (outcome.detail != DedupDetail::None)
            json.member("detail", wireName(outcome.detail));
        if (outcome.reason != RejectReason::None)
            writeReason(json, outcome);
        json.endObject();
    }
    json.endArray();
}

/** The post to be told of, where somebody watches; else null. */
std::shared_ptr<SeenPost> watchedPost(const Services &services, const http::Request &request, Instant arrival)
{
    if (!services.posts || !services.posts->isWatched())
        return nullptr;
    auto post = std::make_shared<SeenPost>(seenPost(request, arrival));
    post->oldest = services.retention.oldestTaken(arrival);
    return post;
}

void noteOutcomes(SeenPost &post, const std::vector<Outcome> &outcomes)
{
    for (const Outcome &outcome : outcomes)
        post.counts.add(outcome.status);
    const std::size_t kept = std::min(outcomes.size(), SeenPost::MostOutcomes);
    post.outcomes.assign(outcomes.begin(), outcomes.begin() + static_cast<std::ptrdiff_t>(kept));
}

/** @p problem: why the whole of it was refused. */
void tellRefused(const Services &services, SeenPost *post, int status, const QString &problem)
{
    if (!post)
        return;
    post->status = status;
    post->problem = problem.toStdString();
    services.posts->tell(std::move(*post));
}

} // namespace

http::Response batchAnswer(const BatchResult &result, bool withResults)
{
    const bool waits = result.isSpooled && !result.events.empty(); // nothing is as good as stored
    OutcomeCounts counts;
    for (const Outcome &outcome : result.outcomes)
        counts.add(outcome.status);
    JsonWriter json;
    json.beginObject();
    json.member("accepted", counts.accepted);
    json.member("deduped", counts.deduped);
    json.member("updated", counts.updated);
    json.member("rejected", counts.rejected);
    if (waits)
        json.member("queued", counts.queued);
    writeRejections(json, result);
    if (withResults)
        writeResults(json, result);
    json.endObject();
    http::Response answer = jsonAnswer(json);
    if (waits)
        answer.status = 202;
    return answer;
}

void BatchResource::post(const http::Request &request, http::Responder respond) const
{
    const Instant arrival = m_services.clock.now();
    const auto start = std::chrono::steady_clock::now();
    const std::shared_ptr<SeenPost> watched = watchedPost(m_services, request, arrival);
    auto decoded = decodeBatch(request.body, arrival, m_services.maxBatchEvents,
                               m_services.retention.oldestTaken(arrival));
    if (const auto *refusal = std::get_if<BatchRefusal>(&decoded)) {
        http::Response answer = refusalAnswer(*refusal);
        tellRefused(m_services, watched.get(), answer.status, refusal->message);
        respond(std::move(answer));
        return;
    }

    const auto shared = std::make_shared<http::Responder>(std::move(respond));
    PendingBatch batch{
        std::get<BatchEvents>(std::move(decoded)), arrival, request.peer.toString().toStdString(), {}};
    batch.done = [shared, start, watched, withResults = !prefersMinimal(request.headers),
                  &services = m_services](Result<BatchResult> result) {
        http::Response answer = result ? batchAnswer(*result, withResults) : failureAnswer(result.failure());
        // Counted first, so that who has the answer finds it in the metrics.
        services.statistics.countBatch(
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start));
        if (!result) {
            tellRefused(services, watched.get(), answer.status, result.failure().message);
        } else if (watched) {
            watched->status = answer.status;
            noteOutcomes(*watched, result->outcomes);
            services.posts->tell(std::move(*watched));
        }
        (*shared)(std::move(answer));
    };
    if (!m_services.queue.push(batch)) {
        m_services.statistics.countTurnedAway();
        const QString full =
            QStringLiteral("The queue is full; nothing of this batch was stored. Send it again.");
        http::Response answer = overloaded(full);
        tellRefused(m_services, watched.get(), answer.status, full);
        (*shared)(std::move(answer));
    }
}

} // namespace linewatch::api
