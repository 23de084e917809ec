// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/testengines.h"
#include "storage/testwriters.h"
#include "support/testprogram.h"

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
    void initTestCase_data() { TestEngines::addEnginesAndNodes(); }
    void init();
    void cleanup() { m_writers.reset(); }
    void tiesAreOrderedByTheTextOfTheId();
    void pagesShowWhatWasThereAtTheirStart_data();
    void pagesShowWhatWasThereAtTheirStart();

private:
    StoredEvent write(const std::string &id, Instant time, const StoredEvent *before = nullptr);
    EventReader &nextReader() { return *m_writers->all()[m_pages++ % m_writers->all().size()].reader; }
    Instant someTime() { return Instant{std::chrono::seconds{m_random() % 30}}; }
    void correctAtRandom(std::vector<StoredEvent> &rows);
    static std::vector<std::pair<std::string, int>> idsAndVersions(std::vector<StoredEvent> rows);

    std::mt19937 m_random{7};
    Instant m_now;
    std::size_t m_pages = 0; ///< of one list, each read through the next node
    TestEngines m_engines;
    std::optional<TestWriters> m_writers;
};

void TestEventPages::init()
{
    m_now = Instant{1h};
    QFETCH_GLOBAL(Engine, engine);
    QFETCH_GLOBAL(int, nodes);
    m_writers.emplace(m_engines.makeDatabase(engine), nodes);
}

/** A new event, or a correction of @p before; by whose turn it is. */
StoredEvent TestEventPages::write(const std::string &id, Instant time, const StoredEvent *before)
{
    TestWriter &writer = m_writers->next();
    m_now += 1us;
    const Receipt receipt = writer.stamper.stamp(m_now + writer.ahead, {},
                                                 before ? std::optional(before->receivedTime) : std::nullopt);
    StoredEvent event;
    event.eventId = EventId(id);
    event.payload.machineId = MachineId("M-" + std::to_string(m_random() % 3));
    event.payload.eventTime = time;
    event.receivedTime = event.recordedTime = receipt.recorded;
    event.version = before ? before->version + 1 : 1;

    ChangeSet changes;
    changes.changes.push_back({before ? std::optional(*before) : std::nullopt, event});
    if (before)
        changes.revisions.push_back({*before, receipt.recorded});
    changes.lastStamp = receipt.recorded;
    const Result<void> done = commitChanges(*writer.store, changes);
    if (!done)
        qFatal("%s", qPrintable(done.failure().message));
    return event;
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
        write(id, Instant{5s});
    std::vector<std::string> expected = ids;
    std::sort(expected.rbegin(), expected.rend());

    std::vector<std::string> seen;
    std::optional<EventCursor> cursor;
    do {
        const auto page = nextReader().events({}, 2, cursor);
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
        row = write(row.eventId.utf8(), someTime(), &row);
    }
    rows.push_back(write("late-" + std::to_string(rows.size()), someTime()));
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
    for (int i = 0; i < 60; ++i)
        rows.push_back(write("E-" + std::to_string(i), someTime()));
    EventFilter filter;
    filter.machineId = MachineId(machine);
    std::vector<StoredEvent> atStart;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(atStart), [&](const StoredEvent &row) {
        return filter.machineId.isEmpty() || row.payload.machineId == filter.machineId;
    });

    std::vector<std::pair<std::string, int>> seen;
    std::optional<EventCursor> cursor;
    do {
        const auto page = nextReader().events(filter, 7, cursor);
        QVERIFY(page);
        for (const EventItem &item : page->items)
            seen.emplace_back(item.event.eventId.utf8(), item.event.version);
        cursor = page->next;
        correctAtRandom(rows);
    } while (cursor);
    QVERIFY(seen == idsAndVersions(atStart));
}

LINEWATCH_TEST(TestEventPages)
#include "tst_eventpages.moc"
