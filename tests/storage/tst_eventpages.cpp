// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storefactory.h"
#include "storage/testengines.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** Pages of events, read while the store goes on changing. */
class TestEventPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addRows(); }
    void init();
    void cleanup();
    void tiesAreOrderedByTheTextOfTheId();
    void pagesShowWhatWasThereAtTheirStart_data();
    void pagesShowWhatWasThereAtTheirStart();

private:
    void write(const std::vector<EventChange> &changes, const std::vector<Revision> &revisions = {});
    StoredEvent makeEvent(const std::string &id, Instant time);
    void correctAtRandom(std::vector<StoredEvent> &rows);
    static std::vector<std::pair<std::string, int>> idsAndVersions(std::vector<StoredEvent> rows);

    std::mt19937 m_random{7};
    Instant m_stamp;
    TestEngines m_engines;
    std::unique_ptr<StoreFactory> m_factory;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<EventReader> m_reader;
};

void TestEventPages::init()
{
    m_stamp = Instant{};
    QFETCH_GLOBAL(Engine, engine);
    m_factory = std::move(*StoreFactory::open(m_engines.makeDatabase(engine)));
    m_store = std::move(*m_factory->openWriter());
    m_reader = std::move(*m_factory->openReader());
}

void TestEventPages::cleanup()
{
    m_reader.reset();
    m_store.reset();
    m_factory.reset();
}

StoredEvent TestEventPages::makeEvent(const std::string &id, Instant time)
{
    m_stamp += 1us;
    StoredEvent event;
    event.eventId = EventId(id);
    event.payload.machineId = MachineId("M-" + std::to_string(m_random() % 3));
    event.payload.eventTime = time;
    event.receivedTime = event.recordedTime = m_stamp;
    return event;
}

void TestEventPages::write(const std::vector<EventChange> &changes, const std::vector<Revision> &revisions)
{
    StoreTransaction transaction(*m_store);
    QVERIFY(transaction.begun());
    QVERIFY(m_store->apply({changes, revisions, {}, m_stamp}));
    QVERIFY(transaction.commit());
}

void TestEventPages::tiesAreOrderedByTheTextOfTheId()
{
    // As keys these sort otherwise: a UUID is stored as bytes, 16 bytes get a NUL appended.
    const std::vector<std::string> ids{"zz",
                                       "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                                       "e",
                                       "1234567890123456",
                                       "12345678901234567",
                                       "123456789012345",
                                       "Z"};
    for (const std::string &id : ids)
        write({{std::nullopt, makeEvent(id, Instant{5s})}});
    std::vector<std::string> expected = ids;
    std::sort(expected.rbegin(), expected.rend());

    std::vector<std::string> seen;
    std::optional<EventCursor> cursor;
    do {
        const auto page = m_reader->events({}, 2, cursor);
        QVERIFY(page);
        for (const EventItem &item : page->items)
            seen.push_back(item.event.eventId.utf8());
        cursor = page->next;
    } while (cursor);
    QVERIFY(seen == expected);
}

std::vector<std::pair<std::string, int>> TestEventPages::idsAndVersions(std::vector<StoredEvent> rows)
{
    std::sort(rows.begin(), rows.end(), [](const StoredEvent &a, const StoredEvent &b) {
        return std::tie(a.payload.eventTime, a.eventId) > std::tie(b.payload.eventTime, b.eventId);
    });
    std::vector<std::pair<std::string, int>> list;
    for (const StoredEvent &row : rows)
        list.emplace_back(row.eventId.utf8(), row.version);
    return list;
}

/** Moves events to other times and brings new ones, as corrections and late posts do. */
void TestEventPages::correctAtRandom(std::vector<StoredEvent> &rows)
{
    for (int i = 0; i < 20; ++i) {
        StoredEvent &row = rows[m_random() % rows.size()];
        StoredEvent after = makeEvent(row.eventId.utf8(), Instant{std::chrono::seconds{m_random() % 30}});
        after.version = row.version + 1;
        write({{row, after}}, {{row, after.recordedTime}});
        row = after;
    }
    rows.push_back(
        makeEvent("late-" + std::to_string(rows.size()), Instant{std::chrono::seconds{m_random() % 30}}));
    write({{std::nullopt, rows.back()}});
}

void TestEventPages::pagesShowWhatWasThereAtTheirStart_data()
{
    QTest::addColumn<QString>("machine");
    QTest::newRow("all machines") << QString();
    QTest::newRow("one machine") << QStringLiteral("M-1");
}

void TestEventPages::pagesShowWhatWasThereAtTheirStart()
{
    QFETCH(QString, machine);
    std::vector<StoredEvent> rows;
    for (int i = 0; i < 60; ++i) {
        rows.push_back(makeEvent("E-" + std::to_string(i), Instant{std::chrono::seconds{m_random() % 30}}));
        write({{std::nullopt, rows.back()}});
    }
    EventFilter filter;
    filter.machineId = MachineId(machine);
    std::vector<StoredEvent> atStart;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(atStart), [&](const StoredEvent &row) {
        return filter.machineId.isEmpty() || row.payload.machineId == filter.machineId;
    });

    std::vector<std::pair<std::string, int>> seen;
    std::optional<EventCursor> cursor;
    do {
        const auto page = m_reader->events(filter, 7, cursor);
        QVERIFY(page);
        for (const EventItem &item : page->items)
            seen.emplace_back(item.event.eventId.utf8(), item.event.version);
        cursor = page->next;
        correctAtRandom(rows);
    } while (cursor);
    QVERIFY(seen == idsAndVersions(atStart));
}

QTEST_GUILESS_MAIN(TestEventPages)
#include "tst_eventpages.moc"
