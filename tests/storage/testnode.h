// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batchwriter.h"
#include "ingest/posting.h"
#include "storage/storefactory.h"

namespace linewatch::test {

/** A process that writes a store, as far as the store can see. Ends the test program when it cannot be made.
 */
class TestNode final : public CommitListener
{
public:
    explicit TestNode(const DatabaseUrl &url);
    /** Commits what was posted. */
    ~TestNode() override;
    Q_DISABLE_COPY_MOVE(TestNode)

    Answer post(PendingBatch batch) { return postTo(m_queue, std::move(batch)); }
    Answer post(std::vector<IncomingEvent> events, Instant arrival)
    {
        return post(batchOf(std::move(events), arrival));
    }

    std::unique_ptr<EventReader> reader() const;
    /** A writer beside the one that takes posts; under the same number. */
    std::unique_ptr<EventStore> store() const;
    StampGrid stampGrid() const;
    /** The newest stamp that it gave out; while no answer is waited for. */
    Instant lastStamp() const { return m_lastStamp; }
    const IngestStatistics &statistics() const { return m_statistics; }

private:
    void groupCommitted(const CommittedGroup &group) override { m_lastStamp = group.changes.lastStamp; }

    std::unique_ptr<StoreFactory> m_factory;
    IngestQueue m_queue{1'000'000};
    IngestStatistics m_statistics;
    Instant m_lastStamp; ///< of the newest transaction
    std::optional<BatchWriter> m_writer;
};

} // namespace linewatch::test
