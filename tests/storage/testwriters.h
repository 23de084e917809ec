// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/storefactory.h"

#include <vector>

namespace linewatch::test {

/**
 * A process that writes a store, as far as the store can see: a factory of its own, so a seat of its own, and
 * stamps of its own. Unlike TestNode it has no thread; the test takes each step itself.
 */
struct TestWriter {
    std::unique_ptr<StoreFactory> factory;
    std::unique_ptr<EventStore> store;
    std::unique_ptr<EventReader> reader;
    ReceiptStamper stamper{Instant{}};
    std::chrono::microseconds ahead{0}; ///< how far its clock is ahead of the first writer's

    /** Opens the store anew; stamps go on from the newest that is in it. */
    void reopen();
};

/** The processes that write one store in turn. Ends the test program when they cannot be made. */
class TestWriters
{
public:
    /** More than one only where the engine has many writers. */
    TestWriters(const DatabaseUrl &url, int count);

    /** The one whose turn it is; the turn passes on. */
    TestWriter &next();
    std::vector<TestWriter> &all() { return m_writers; }

private:
    std::vector<TestWriter> m_writers;
    std::size_t m_turn = 0;
};

/**
 * A whole transaction: looks up what is changed, as the ingestion does, writes and commits it. A failure also
 * where another writer was at one of the events.
 */
Result<void> commitChanges(EventStore &store, const ChangeSet &changes);

} // namespace linewatch::test
