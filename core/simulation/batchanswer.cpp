// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/batchanswer.h"

#include "simulation/comparison.h"

namespace linewatch::simulation {

namespace {

constexpr std::string_view queuedName = "QUEUED";

std::string idOf(const Element &element)
{
    if (const auto *event = std::get_if<IncomingEvent>(&element.content))
        return event->eventId.utf8();
    return std::get<BrokenElement>(element.content).eventId.value_or("");
}

bool hasId(const Element &element)
{
    const auto *broken = std::get_if<BrokenElement>(&element.content);
    return !broken || broken->eventId;
}

bool says(const rapidjson::Value &result, const Outcome &outcome)
{
    return textOf(result, "status") == wireName(outcome.status)
        && textOf(result, "detail").value_or("") == wireName(outcome.detail)
        && textOf(result, "reason").value_or("") == wireName(outcome.reason);
}

QString inWords(std::string_view status, std::string_view detail, std::string_view reason)
{
    QStringList words;
    for (const std::string_view word : {status, detail, reason}) {
        if (!word.empty())
            words += QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    }
    return words.isEmpty() ? QStringLiteral("nothing") : words.join(u' ');
}

QString inWords(const Outcome &outcome)
{
    return inWords(wireName(outcome.status), wireName(outcome.detail), wireName(outcome.reason));
}

QString inWords(const rapidjson::Value &result)
{
    return inWords(textOf(result, "status").value_or(""), textOf(result, "detail").value_or(""),
                   textOf(result, "reason").value_or(""));
}

std::int64_t countOf(const rapidjson::Value &answer, const char *member)
{
    const rapidjson::Value *value = memberOf(answer, member);
    return value && value->IsInt64() ? value->GetInt64() : 0;
}

/** What the results of an answer add up to. */
struct Tally {
    OutcomeCounts counts;
    std::int64_t queued = 0;

    void add(std::string_view status)
    {
        for (const OutcomeStatus known : {OutcomeStatus::Accepted, OutcomeStatus::Deduped,
                                          OutcomeStatus::Updated, OutcomeStatus::Rejected}) {
            if (status == wireName(known))
                counts.add(known);
        }
        if (status == queuedName)
            ++queued;
    }
};

bool isAsExpected(const rapidjson::Value &result, const ExpectedOutcomes &expected, std::size_t index)
{
    const Outcome &first = expected.first[index];
    if (says(result, first))
        return true;
    if (!expected.repeated.empty() && says(result, expected.repeated[index]))
        return true;
    return expected.mayBeQueued && first.status != OutcomeStatus::Rejected
        && textOf(result, "status") == queuedName;
}

void compareResult(Comparison &comparison, const Element &element, const rapidjson::Value &result,
                   std::size_t index, const ExpectedOutcomes &expected)
{
    const QString id = QString::fromStdString(idOf(element));
    comparison.integer(result, "index", static_cast<std::int64_t>(index));
    const bool statesId = textOf(result, "eventId").has_value();
    if (statesId != hasId(element) || textOf(result, "eventId").value_or("") != idOf(element))
        comparison.differs(
            QStringLiteral("element %1: the answer is for another event than %2").arg(index).arg(id));
    if (!isAsExpected(result, expected, index)) {
        comparison.differs(QStringLiteral("event %1: expected %2, found %3")
                               .arg(id, inWords(expected.first[index]), inWords(result)));
    }
}

/** The rejections must be the rejected ones of the results, in their order. */
void compareRejections(Comparison &comparison, const rapidjson::Value &answer,
                       const rapidjson::Value &results)
{
    const rapidjson::Value *rejections = arrayOf(answer, "rejections");
    rapidjson::SizeType next = 0;
    for (const rapidjson::Value &result : results.GetArray()) {
        if (textOf(result, "status") != wireName(OutcomeStatus::Rejected))
            continue;
        if (!rejections || next >= rejections->Size()) {
            comparison.differs(QStringLiteral("rejections leave out %1").arg(countOf(result, "index")));
            continue;
        }
        const rapidjson::Value &rejection = (*rejections)[next++];
        comparison.integer(rejection, "index", countOf(result, "index"));
        comparison.text(rejection, "reason", textOf(result, "reason").value_or(""));
        if (textOf(rejection, "eventId") != textOf(result, "eventId"))
            comparison.differs(
                QStringLiteral("rejections name another event at %1").arg(countOf(result, "index")));
    }
    comparison.count(QStringLiteral("rejections"), next, rejections ? rejections->Size() : 0);
}

void compareCounts(Comparison &comparison, const rapidjson::Value &answer, const Tally &tally)
{
    comparison.integer(answer, "accepted", tally.counts.accepted);
    comparison.integer(answer, "deduped", tally.counts.deduped);
    comparison.integer(answer, "updated", tally.counts.updated);
    comparison.integer(answer, "rejected", tally.counts.rejected);
    comparison.count(QStringLiteral("queued"), tally.queued, countOf(answer, "queued"));
}

} // namespace

BatchAnswer readCounts(const QByteArray &body)
{
    BatchAnswer read;
    const rapidjson::Document answer = readJson(body);
    read.counts = {countOf(answer, "accepted"), countOf(answer, "deduped"), countOf(answer, "updated"),
                   countOf(answer, "rejected")};
    read.queued = countOf(answer, "queued");
    read.mustBeSentAgain = body.contains("CONCURRENCY_FAILURE");
    return read;
}

BatchAnswer checkAnswer(const Batch &batch, const ExpectedOutcomes &expected, const QByteArray &body)
{
    BatchAnswer read = readCounts(body);
    if (read.mustBeSentAgain)
        return read;
    Comparison comparison(QStringLiteral("POST /events/batch"));
    const rapidjson::Document answer = readJson(body);
    const rapidjson::Value *results = arrayOf(answer, "results");
    if (!results || results->Size() != batch.elements.size()) {
        comparison.count(QStringLiteral("results"), static_cast<std::int64_t>(batch.elements.size()),
                         results ? results->Size() : 0);
        read.differences = comparison.take();
        return read;
    }
    Tally tally;
    for (std::size_t i = 0; i < batch.elements.size(); ++i) {
        const rapidjson::Value &result = (*results)[static_cast<rapidjson::SizeType>(i)];
        compareResult(comparison, batch.elements[i], result, i, expected);
        tally.add(textOf(result, "status").value_or(""));
    }
    compareCounts(comparison, answer, tally);
    compareRejections(comparison, answer, *results);
    read.differences = comparison.take();
    return read;
}

} // namespace linewatch::simulation
