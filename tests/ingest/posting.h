// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/ingestqueue.h"
#include "model/samples.h"

#include <future>
#include <memory>

/** Batches for tests of whoever writes them, and what is answered. */
namespace linewatch::test {

inline const Instant noon = at("2026-01-15T12:00:00Z");

/** Of machine M-1, at noon. */
inline IncomingEvent eventOf(const std::string &id, std::int32_t defects = 0)
{
    return incoming(id, payloadOf("M-1", noon, defects));
}

inline PendingBatch batchOf(std::vector<IncomingEvent> events, Instant arrival = noon)
{
    PendingBatch batch;
    batch.arrival = arrival;
    for (IncomingEvent &event : events)
        batch.events.emplace_back(std::move(event));
    return batch;
}

/** A batch's answer; a second answer to it throws where it is given. */
using Answer = std::future<Result<BatchResult>>;

/** Ends the test program when the queue is full. */
inline Answer postTo(IngestQueue &queue, PendingBatch batch)
{
    const auto promise = std::make_shared<std::promise<Result<BatchResult>>>();
    batch.done = [promise](Result<BatchResult> result) { promise->set_value(std::move(result)); };
    if (!queue.push(batch))
        qFatal("the queue of the test is too small");
    return promise->get_future();
}

/** How the events of many batches ended. */
struct OutcomeSum {
    OutcomeCounts counts;
    int contested = 0; ///< rejected for other writers

    void add(const std::vector<Outcome> &outcomes)
    {
        for (const Outcome &outcome : outcomes) {
            counts.add(outcome.status);
            contested += outcome.isRetryable() ? 1 : 0;
        }
    }

    /** Waits for the answer; one that is a failure fails the test. */
    void add(Answer &answer)
    {
        const Result<BatchResult> result = answer.get();
        QVERIFY2(result, qPrintable(result ? QString() : result.failure().message));
        add(result->outcomes);
    }
};

} // namespace linewatch::test
