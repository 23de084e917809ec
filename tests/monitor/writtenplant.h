// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/recount.h"
#include "storage/storefactory.h"
#include "storage/testengines.h"

namespace linewatch::test {

/** Commits events at random around noon into a new store, each through any of its writers. */
class WrittenPlant
{
public:
    WrittenPlant(TestEngines &engines, Engine engine, std::uint32_t seed)
        : m_url(engines.makeDatabase(engine))
        , m_dice(seed)
    {
        const int writers = engine == Engine::Sqlite ? 1 : 2; // one process owns a store on SQLite
        for (int i = 0; i < writers; ++i)
            m_factories.push_back(require(StoreFactory::open(m_url)));
        connect();
    }

    const DatabaseUrl &url() const { return m_url; }
    /** The store as a process sees it that only reads. */
    std::unique_ptr<ReadableStore> openToRead() const { return require(ReadableStore::open(m_url)); }

    /** Over new connections, after the database was away. */
    void connect()
    {
        m_writers.clear();
        for (const std::unique_ptr<StoreFactory> &factory : m_factories)
            m_writers.push_back(require(factory->openWriter()));
    }

    /** A new event, or one corrected that any of the writers wrote last. */
    void commit()
    {
        m_stamp += std::chrono::microseconds{1};
        const EventPayload payload = randomEvent(m_dice, noon);
        if (m_events.empty() || m_dice.chance(60)) {
            const EventId id("E-" + std::to_string(m_events.size()));
            m_events.push_back({id, payload, m_stamp, m_stamp, 1});
            plant.events.push_back(payload);
            write({{{std::nullopt, m_events.back()}}, {}, {}, m_stamp, {}});
            return;
        }
        const std::size_t number = m_dice.below(m_events.size());
        const StoredEvent before = m_events[number];
        const StoredEvent after{before.eventId, payload, m_stamp, m_stamp, before.version + 1};
        m_events[number] = after;
        plant.events[number] = payload;
        write({{{before, after}}, {{before, m_stamp}}, {}, m_stamp, {}});
    }

    Plant plant; ///< what was committed, counted anew

private:
    template <class T>
    static T require(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.failure().message));
        return std::move(*result);
    }

    void write(const ChangeSet &changes)
    {
        EventStore &writer = *m_dice.pick(m_writers);
        if (!writer.begin() || !writer.lookUp(std::span(&changes.changes[0].after.eventId, 1))
            || !require(writer.apply(changes)).empty() || !writer.commit())
            qFatal("the test's store does not take what the test writes");
    }

    const DatabaseUrl m_url;
    Dice m_dice;
    Instant m_stamp = noon;
    std::vector<StoredEvent> m_events;
    std::vector<std::unique_ptr<StoreFactory>> m_factories;
    std::vector<std::unique_ptr<EventStore>> m_writers;
};

} // namespace linewatch::test
