// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/testwriters.h"

#include "storage/required.h"

namespace linewatch::test {

void TestWriter::reopen()
{
    store = required(factory->openWriter());
    stamper = ReceiptStamper(required(store->lastStamp()), store->stampGrid());
}

TestWriters::TestWriters(const DatabaseUrl &url, int count) : m_writers(static_cast<std::size_t>(count))
{
    std::chrono::microseconds ahead{0};
    for (TestWriter &writer : m_writers) {
        writer.factory = required(StoreFactory::open(url));
        writer.reader = required(writer.factory->openReader());
        writer.ahead = std::exchange(ahead, ahead + std::chrono::milliseconds{7});
        writer.reopen();
    }
}

TestWriter &TestWriters::next()
{
    TestWriter &writer = m_writers[m_turn];
    m_turn = (m_turn + 1) % m_writers.size();
    return writer;
}

Result<void> commitChanges(EventStore &store, const ChangeSet &changes)
{
    StoreTransaction transaction(store);
    if (!transaction.begun())
        return transaction.begun();
    std::vector<EventId> ids;
    for (const EventChange &change : changes.changes)
        ids.push_back(change.after.eventId);
    if (const auto found = store.lookUp(ids); !found)
        return found.failure();
    const auto missed = store.apply(changes);
    if (!missed)
        return missed.failure();
    return missed->empty() ? transaction.commit()
                           : Failure{Failure::Kind::Contended,
                                     QStringLiteral("another writer was at %1 events").arg(missed->size())};
}

} // namespace linewatch::test
