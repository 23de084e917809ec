// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/teststore.h"

namespace linewatch::test {

namespace {

/** Fails loudly: a test cannot go on without its store. */
void require(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.failure().message));
}

template <class T>
T require(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.failure().message));
    return std::move(*result);
}

} // namespace

TestStore::TestStore()
    : m_factory(require(StoreFactory::open(DatabaseUrl{m_folder.filePath(QStringLiteral("test.db"))})))
    , m_writer(require(m_factory->openWriter()))
    , m_reader(require(m_factory->openReader()))
{
}

void TestStore::insert(const std::string &id, const EventPayload &payload, Instant received)
{
    write({std::nullopt, StoredEvent{EventId(id), payload, received, received, 1}});
}

void TestStore::correct(const std::string &id, const EventPayload &payload, Instant received)
{
    const std::vector<EventId> ids{EventId(id)};
    require(m_writer->begin());
    const StoredEvent before = require(m_writer->lookUp(ids)).at(0);
    m_writer->rollback();
    write({before, StoredEvent{before.eventId, payload, received, received, before.version + 1}});
}

void TestStore::write(const EventChange &change)
{
    ChangeSet changes;
    changes.changes.push_back(change);
    if (change.before)
        changes.revisions.push_back({*change.before, change.after.recordedTime});
    changes.lastStamp = change.after.recordedTime;
    require(m_writer->begin());
    require(m_writer->apply(changes));
    require(m_writer->commit());
}

} // namespace linewatch::test
