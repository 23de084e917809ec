// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batchwriter.h"
#include "ingest/memorystore.h"
#include "ingest/posting.h"

/** A batch writer in a test: what it is given, and what it says. */
namespace linewatch::test {

inline const Failure full{Failure::Kind::Unavailable, QStringLiteral("The disk is full.")};

/** Remembers what the writer said of its commits; on the writer's thread. */
class Commits final : public CommitListener
{
public:
    void groupCommitted(const CommittedGroup &group) override
    {
        groups += 1;
        changes += group.changes.changes.size();
        outcomes += group.outcomes;
        lastArrival = group.arrival;
    }

    int groups = 0;
    std::size_t changes = 0;
    OutcomeCounts outcomes;
    Instant lastArrival{};
};

/** A writer with all that it works with. */
class Ingestion
{
public:
    explicit Ingestion(MemoryDisk &store) : disk(store) { }
    ~Ingestion() { stop(); }
    Q_DISABLE_COPY_MOVE(Ingestion)

    Answer post(std::vector<IncomingEvent> events, Instant arrival = noon)
    {
        return postTo(queue, batchOf(std::move(events), arrival));
    }

    Answer post(PendingBatch batch, Instant arrival = noon)
    {
        batch.arrival = arrival;
        return postTo(queue, std::move(batch));
    }

    void start()
    {
        m_writer.emplace([this] { return openMemoryStore(disk); }, queue, statistics, commits, std::nullopt,
                         chore);
    }
    void stop()
    {
        queue.close();
        m_writer.reset();
    }
    bool isHealthy() const { return m_writer->isHealthy(); }

    MemoryDisk &disk;
    IngestQueue queue{1'000'000};
    IngestStatistics statistics;
    Commits commits;
    WriterChore *chore = nullptr;

private:
    std::optional<BatchWriter> m_writer;
};

inline std::vector<Outcome> outcomesOf(Answer &answer)
{
    return answer.get().value().outcomes;
}

inline const std::vector<Outcome> accepted{Outcome::accepted()};
inline const std::vector<Outcome> identical{Outcome::deduped(DedupDetail::Identical)};

} // namespace linewatch::test
