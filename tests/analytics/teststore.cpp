// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/teststore.h"

#include "storage/required.h"

namespace linewatch::test {

TestStore::TestStore()
    : m_factory(required(StoreFactory::open(DatabaseUrl{m_folder.filePath(QStringLiteral("test.db"))})))
    , m_writer(required(m_factory->openWriter()))
    , m_reader(required(m_factory->openReader()))
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
    required(m_writer->begin());
    const StoredEvent before = required(m_writer->lookUp(ids)).at(0);
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

void TestStore::insertAll(std::span<const EventPayload> payloads, std::size_t first, Instant received)
{
    ChangeSet changes;
    for (const EventPayload &payload : payloads) {
        const EventId id("E-" + std::to_string(first + changes.changes.size()));
        changes.changes.push_back({std::nullopt, StoredEvent{id, payload, received, received, 1}});
    }
    changes.lastStamp = received;
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
    changes.lastStamp = std::max(rejection.receivedTime, required(m_writer->lastStamp()));
    write(std::move(changes));
}

void TestStore::removeBefore(Instant horizon)
{
    required(m_writer->raiseHorizon(horizon));
    while (required(m_writer->removeSome(1'000)).more) { }
}

void TestStore::write(ChangeSet changes)
{
    required(m_writer->begin());
    required(m_writer->apply(changes));
    required(m_writer->commit());
}

} // namespace linewatch::test
