// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rejectionrows.h"
#include "storage/testengines.h"
#include "storage/testwriters.h"
#include "support/testprogram.h"

#include <QtTest>

#include <algorithm>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** What the write side of a store promises, on every engine, and where several write it in turn. */
class TestSqlEventStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEnginesAndNodes(); }
    void init();
    void cleanup() { m_writers.reset(); }
    void whatIsCommittedIsFoundAgain();
    void whatIsRolledBackLeavesNothingBehind();
    void theLastStampOutlivesTheProcess();
    void anUpdateOfARowThatChangedMeanwhileIsReported();
    void onlyTheNewestRejectionsAreKept();
    void textsThatSqlMightMisreadAreKeptAsTheyAre();

private:
    StoredEvent event(const char *id, const char *machine, int stamp) const;
    Result<void> write(const ChangeSet &changes) { return commitChanges(*m_writers->next().store, changes); }
    void compareFound(const char *id, const std::vector<StoredEvent> &expected);
    static ChangeSet rejectionsOf(TestWriter &writer, int count);

    TestEngines m_engines;
    std::optional<TestWriters> m_writers;
};

void TestSqlEventStore::init()
{
    QFETCH_GLOBAL(Engine, engine);
    QFETCH_GLOBAL(int, nodes);
    m_writers.emplace(m_engines.makeDatabase(engine), nodes);
}

StoredEvent TestSqlEventStore::event(const char *id, const char *machine, int stamp) const
{
    StoredEvent event;
    event.eventId = EventId(std::string(id));
    event.payload.machineId = MachineId(std::string(machine));
    event.payload.eventTime = Instant{1s};
    event.receivedTime = event.recordedTime = Instant{std::chrono::microseconds{stamp}};
    return event;
}

/** By every writer, whoever wrote it. */
void TestSqlEventStore::compareFound(const char *id, const std::vector<StoredEvent> &expected)
{
    const EventId ids[] = {EventId(std::string(id))};
    for (const TestWriter &writer : m_writers->all()) {
        const auto found = writer.store->lookUp(ids);
        QVERIFY(found);
        QVERIFY(*found == expected);
    }
}

void TestSqlEventStore::whatIsCommittedIsFoundAgain()
{
    StoredEvent written = event("E-1", "M-1", 7);
    written.payload.lineId = LineId(std::string("L-1"));
    written.payload.duration = 90ms;
    written.payload.defectCount = UnknownDefects;
    written.receivedTime = Instant{3us}; // an earlier receipt was claimed
    QVERIFY(write({{{std::nullopt, written}}, {}, {}, Instant{7us}, {}}));
    compareFound("E-1", {written});
    compareFound("e-1", {});
    compareFound("E-1 ", {});
}

void TestSqlEventStore::whatIsRolledBackLeavesNothingBehind()
{
    for (const TestWriter &writer : m_writers->all()) {
        const StoreTransaction transaction(*writer.store);
        QVERIFY(writer.store->apply({{{std::nullopt, event("E-1", "M-1", 1)}}, {}, {}, Instant{1us}, {}}));
    }
    compareFound("E-1", {});
    for (const TestWriter &writer : m_writers->all())
        QCOMPARE(*writer.store->lastStamp(), Instant{});
    // The machine that the lost transactions had brought must be made again, not remembered.
    QVERIFY(write({{{std::nullopt, event("E-2", "M-1", 2)}}, {}, {}, Instant{2us}, {}}));
    QVERIFY(write({{{std::nullopt, event("E-3", "M-1", 3)}}, {}, {}, Instant{3us}, {}}));
    for (const TestWriter &writer : m_writers->all()) {
        QCOMPARE(writer.reader->sources()->size(), 1U);
        QCOMPARE(writer.reader->events({}, 10, std::nullopt)->items.size(), 2U);
    }
}

void TestSqlEventStore::theLastStampOutlivesTheProcess()
{
    QFETCH_GLOBAL(int, nodes);
    if (nodes > 1) // with others a process goes on from theirs: tst_sharedstore
        QSKIP("What one process alone finds again.");
    QVERIFY(write({{}, {}, {}, Instant{123456us}, {}}));
    TestWriter &writer = m_writers->next();
    writer.reopen();
    QCOMPARE(*writer.store->lastStamp(), Instant{123456us});
}

void TestSqlEventStore::anUpdateOfARowThatChangedMeanwhileIsReported()
{
    const StoredEvent written = event("E-1", "M-1", 1);
    QVERIFY(write({{{std::nullopt, written}}, {}, {}, Instant{1us}, {}}));
    StoredEvent before = written;
    before.version = 4;
    StoredEvent after = before;
    after.version = 5;
    EventStore &store = *m_writers->next().store;
    {
        const StoreTransaction transaction(store);
        const auto missed = store.apply({{{before, after}}, {}, {}, Instant{2us}, {}});
        QVERIFY(missed && *missed == std::vector{before.eventId});
    }
    compareFound("E-1", {written});
}

/** Under stamps of the writer's own. */
ChangeSet TestSqlEventStore::rejectionsOf(TestWriter &writer, int count)
{
    ChangeSet changes;
    for (int i = 0; i < count; ++i) {
        const Instant stamp = writer.stamper.stamp(Instant{writer.ahead}).recorded;
        changes.rejections.push_back({stamp, RejectReason::MalformedEvent, {}, "127.0.0.1", "7"});
    }
    changes.lastStamp = writer.stamper.lastStamp();
    return changes;
}

void TestSqlEventStore::onlyTheNewestRejectionsAreKept()
{
    constexpr int extra = 5000;
    std::vector<Instant> stamps;
    for (int transaction = 0; transaction < (RejectionRows::Kept + extra) / extra; ++transaction) {
        TestWriter &writer = m_writers->next();
        const ChangeSet changes = rejectionsOf(writer, extra);
        for (const RejectedEvent &rejected : changes.rejections)
            stamps.push_back(rejected.receivedTime);
        QVERIFY(commitChanges(*writer.store, changes));
    }
    std::sort(stamps.begin(), stamps.end());
    RejectionFilter oldest;
    oldest.to = stamps.at(extra + 1);
    for (const TestWriter &writer : m_writers->all()) {
        const auto page = writer.reader->rejections(oldest, 1000);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1U);
        QCOMPARE(page->items.front().receivedTime, stamps.at(extra));
    }
}

void TestSqlEventStore::textsThatSqlMightMisreadAreKeptAsTheyAre()
{
    const char *const texts[] = {"'; DROP TABLE event; --", "%_?", "\xC3\xA4\xF0\x9F\x98\x80", "NULL",
                                 "a b "};
    int stamp = 0;
    for (const char *text : texts) {
        StoredEvent written = event(text, text, ++stamp);
        written.payload.lineId = LineId(std::string(text));
        QVERIFY(write({{{std::nullopt, written}}, {}, {}, Instant{std::chrono::microseconds{stamp}}, {}}));
        compareFound(text, {written});
    }
}

LINEWATCH_TEST(TestSqlEventStore)
#include "tst_sqleventstore.moc"
