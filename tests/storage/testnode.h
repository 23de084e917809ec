// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batchwriter.h"
#include "storage/storefactory.h"

#include <future>

namespace linewatch::test {

/** A process that writes a store, as far as the store can see. Ends the test program when it cannot be made.
 */
class TestNode final : public CommitListener
{
public:
    using Answer = std::future<Result<BatchResult>>;

    explicit TestNode(const DatabaseUrl &url);
    /** Commits what was posted. */
    ~TestNode() override;
    Q_DISABLE_COPY_MOVE(TestNode)

    Answer post(PendingBatch batch);
    Answer post(std::vector<IncomingEvent> events, Instant arrival);

    std::unique_ptr<EventReader> reader() const;
    /** A writer beside the one that takes posts; under the same number. */
    std::unique_ptr<EventStore> store() const;
    const IngestStatistics &statistics() const { return m_statistics; }

private:
    void groupCommitted(const CommittedGroup & /*group*/) override { }

    std::unique_ptr<StoreFactory> m_factory;
    IngestQueue m_queue{1'000'000};
    IngestStatistics m_statistics;
    std::optional<BatchWriter> m_writer;
};

} // namespace linewatch::test
