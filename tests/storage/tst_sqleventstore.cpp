// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rejectionrows.h"
#include "storage/storefactory.h"
#include "storage/testengines.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** What the write side of a store promises, on every engine. */
class TestSqlEventStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addRows(); }
    void init();
    void cleanup();
    void whatIsCommittedIsFoundAgain();
    void whatIsRolledBackLeavesNothingBehind();
    void theLastStampOutlivesTheProcess();
    void anUpdateOfARowThatChangedMeanwhileIsReported();
    void onlyTheNewestRejectionsAreKept();
    void textsThatSqlMightMisreadAreKeptAsTheyAre();

private:
    StoredEvent event(const char *id, const char *machine, int stamp) const;
    Result<void> write(EventStore &store, const ChangeSet &changes);
    std::vector<StoredEvent> found(EventStore &store, const char *id);

    TestEngines m_engines;
    std::unique_ptr<StoreFactory> m_factory;
    std::unique_ptr<EventStore> m_store;
};

void TestSqlEventStore::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_factory = std::move(*StoreFactory::open(m_engines.makeDatabase(engine)));
    m_store = std::move(*m_factory->openWriter());
}

void TestSqlEventStore::cleanup()
{
    m_store.reset();
    m_factory.reset();
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

Result<void> TestSqlEventStore::write(EventStore &store, const ChangeSet &changes)
{
    StoreTransaction transaction(store);
    if (!transaction.begun())
        return transaction.begun();
    const auto missed = store.apply(changes);
    if (!missed)
        return missed.failure();
    return missed->empty() ? transaction.commit()
                           : Failure{Failure::Kind::Internal, QStringLiteral("missed")};
}

std::vector<StoredEvent> TestSqlEventStore::found(EventStore &store, const char *id)
{
    const EventId ids[] = {EventId(std::string(id))};
    return std::move(*store.lookUp(ids));
}

void TestSqlEventStore::whatIsCommittedIsFoundAgain()
{
    StoredEvent written = event("E-1", "M-1", 7);
    written.payload.lineId = LineId(std::string("L-1"));
    written.payload.duration = 90ms;
    written.payload.defectCount = UnknownDefects;
    written.receivedTime = Instant{3us}; // an earlier receipt was claimed
    QVERIFY(write(*m_store, {{{std::nullopt, written}}, {}, {}, Instant{7us}}));
    QCOMPARE(found(*m_store, "E-1").size(), 1U);
    QVERIFY(found(*m_store, "E-1").front() == written);
    QVERIFY(found(*m_store, "e-1").empty());
    QVERIFY(found(*m_store, "E-1 ").empty());
}

void TestSqlEventStore::whatIsRolledBackLeavesNothingBehind()
{
    {
        const StoreTransaction transaction(*m_store);
        QVERIFY(m_store->apply({{{std::nullopt, event("E-1", "M-1", 1)}}, {}, {}, Instant{1us}}));
    }
    QVERIFY(found(*m_store, "E-1").empty());
    QCOMPARE(*m_store->lastStamp(), Instant{});
    // The machine that the lost transaction had brought must be made again, not remembered.
    QVERIFY(write(*m_store, {{{std::nullopt, event("E-2", "M-1", 2)}}, {}, {}, Instant{2us}}));
    const auto reader = m_factory->openReader();
    QVERIFY(reader);
    QCOMPARE((*reader)->sources()->size(), 1U);
    QCOMPARE((*reader)->events({}, 10, std::nullopt)->items.size(), 1U);
}

void TestSqlEventStore::theLastStampOutlivesTheProcess()
{
    QVERIFY(write(*m_store, {{}, {}, {}, Instant{123456us}}));
    m_store = std::move(*m_factory->openWriter());
    QCOMPARE(*m_store->lastStamp(), Instant{123456us});
}

void TestSqlEventStore::anUpdateOfARowThatChangedMeanwhileIsReported()
{
    QVERIFY(write(*m_store, {{{std::nullopt, event("E-1", "M-1", 1)}}, {}, {}, Instant{1us}}));
    StoredEvent before = event("E-1", "M-1", 1);
    before.version = 4;
    StoredEvent after = before;
    after.version = 5;
    {
        const StoreTransaction transaction(*m_store);
        const auto missed = m_store->apply({{{before, after}}, {}, {}, Instant{2us}});
        QVERIFY(missed && *missed == std::vector{before.eventId});
    }
    QCOMPARE(found(*m_store, "E-1").front().version, 1);
}

void TestSqlEventStore::onlyTheNewestRejectionsAreKept()
{
    constexpr int extra = 5000;
    ChangeSet changes;
    for (int i = 1; i <= RejectionRows::Kept + extra; ++i) {
        changes.rejections.push_back(
            {Instant{std::chrono::microseconds{i}}, RejectReason::MalformedEvent, {}, "127.0.0.1", "7"});
    }
    QVERIFY(write(*m_store, changes));
    const auto reader = m_factory->openReader();
    QVERIFY(reader);
    RejectionFilter oldest;
    oldest.to = Instant{std::chrono::microseconds{extra + 2}};
    const auto page = (*reader)->rejections(oldest, 1000);
    QVERIFY(page);
    QCOMPARE(page->items.size(), 1U);
    QCOMPARE(page->items.front().receivedTime, Instant{std::chrono::microseconds{extra + 1}});
}

void TestSqlEventStore::textsThatSqlMightMisreadAreKeptAsTheyAre()
{
    const char *const texts[] = {"'; DROP TABLE event; --", "%_?", "\xC3\xA4\xF0\x9F\x98\x80", "NULL",
                                 "a b "};
    int stamp = 0;
    for (const char *text : texts) {
        StoredEvent written = event(text, text, ++stamp);
        written.payload.lineId = LineId(std::string(text));
        QVERIFY(
            write(*m_store, {{{std::nullopt, written}}, {}, {}, Instant{std::chrono::microseconds{stamp}}}));
        QCOMPARE(found(*m_store, text).size(), 1U);
        QVERIFY(found(*m_store, text).front() == written);
    }
}

QTEST_GUILESS_MAIN(TestSqlEventStore)
#include "tst_sqleventstore.moc"
