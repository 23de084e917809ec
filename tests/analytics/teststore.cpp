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
    write({.changes = {{std::nullopt, StoredEvent{EventId(id), payload, received, received, 1}}},
           .lastStamp = received});
}

void TestStore::correct(const std::string &id, const EventPayload &payload, Instant received)
{
    const std::vector<EventId> ids{EventId(id)};
    require(m_writer->begin());
    const StoredEvent before = require(m_writer->lookUp(ids)).at(0);
    m_writer->rollback();
    write(
        {.changes = {{before, StoredEvent{before.eventId, payload, received, received, before.version + 1}}},
         .revisions = {{before, received}},
         .lastStamp = received});
}

void TestStore::insertMany(int count, const std::function<EventPayload(int)> &payloadOfNumber,
                           Instant received)
{
    insertMany(count, payloadOfNumber,
               [received](int number) { return received + std::chrono::microseconds{number}; });
}

void TestStore::insertMany(int count, const std::function<EventPayload(int)> &payloadOfNumber,
                           const std::function<Instant(int)> &receivedOfNumber)
{
    ChangeSet changes;
    for (int number = 1; number <= count; ++number) {
        const Instant stamp = receivedOfNumber(number);
        const EventId id("E-" + std::to_string(number));
        changes.changes.push_back({std::nullopt, StoredEvent{id, payloadOfNumber(number), stamp, stamp, 1}});
        changes.lastStamp = stamp;
    }
    write(std::move(changes));
}

void TestStore::reject(const std::string &machineId, Instant received, int count)
{
    ChangeSet changes;
    for (int i = 0; i < count; ++i) {
        changes.lastStamp = received + std::chrono::seconds{i};
        changes.rejections.push_back({changes.lastStamp, RejectReason::InvalidDuration, machineId,
                                      "127.0.0.1", "{\"machineId\":\"\"}", 0});
    }
    write(std::move(changes));
}

void TestStore::reject(RejectReason reason, const std::string &machine, const std::string &raw,
                       Instant received)
{
    reject({received, reason, machine, "10.0.0.7", raw, 0});
}

void TestStore::reject(const RejectedEvent &rejection)
{
    ChangeSet changes;
    changes.rejections = {rejection};
    changes.lastStamp = std::max(rejection.receivedTime, require(m_writer->lastStamp()));
    write(std::move(changes));
}

void TestStore::removeBefore(Instant horizon)
{
    if (!m_writer->raiseHorizon(horizon))
        qFatal("the horizon of the test store cannot be raised");
    for (bool more = true; more;) {
        const Result<Removal> removal = m_writer->removeSome(1'000);
        if (!removal)
            qFatal("nothing can be removed from the test store");
        more = removal->more;
    }
}

void TestStore::write(ChangeSet changes)
{
    require(m_writer->begin());
    require(m_writer->apply(changes));
    require(m_writer->commit());
}

} // namespace linewatch::test
