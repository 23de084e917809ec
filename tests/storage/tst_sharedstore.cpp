// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/samples.h"
#include "storage/sqlconnection.h"
#include "storage/testengines.h"
#include "storage/testwriters.h"
#include "support/testprogram.h"

#include <QtTest>

#include <map>
#include <set>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:00Z");

StoredEvent stored(const std::string &id, Instant stamp, std::int32_t defects = 0, std::int32_t version = 1)
{
    return {EventId(id), payloadOf("M-1", noon, defects), stamp, stamp, version};
}

ChangeSet bringing(const StoredEvent &event)
{
    return {.changes = {{std::nullopt, event}}, .lastStamp = event.recordedTime};
}

ChangeSet correcting(const StoredEvent &before, const StoredEvent &after)
{
    return {.changes = {{before, after}},
            .revisions = {{before, after.recordedTime}},
            .lastStamp = after.recordedTime};
}

void commit(EventStore &store, const ChangeSet &changes)
{
    const Result<void> done = commitChanges(store, changes);
    QVERIFY2(done, qPrintable(done ? QString() : done.failure().message));
}

} // namespace

/** Two nodes on one database: what each of them may rely on while the other writes. */
class TestSharedStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void eachNodeHasANumberOfItsOwnAndFindsItAgain();
    void aNumberThatNobodyHoldsIsTakenOver();
    void aNodeThatLostItsNumberCommitsNothingUnderIt();
    void stampsGoOnFromTheNewestOfAllNodes();
    void ofTwoInsertsOfOneNewEventOneIsTold();
    void ofTwoCorrectionsOfOneVersionOneIsTold();
    void whatANodeBroughtTheOtherCorrects();
    void aLineMovedBetweenNodesThatKnowItByDifferentSourcesAddsUp();
    void readersTellWhatTheirOwnProcessCommitted();
    void rejectionsWithOneStampAreAllListed();
    void pagesStayAsTheyWereWhenANodeWhoseClockIsBehindCorrects();

private:
    std::unique_ptr<SqlConnection> connect() const;
    qint64 ask(const QString &question) const;

    TestEngines m_engines;
    DatabaseUrl m_url;
    std::unique_ptr<SqlDialect> m_dialect;
    std::unique_ptr<StoreFactory> m_firstNode;
    std::unique_ptr<StoreFactory> m_secondNode;
    std::unique_ptr<EventStore> m_first;
    std::unique_ptr<EventStore> m_second;
    std::unique_ptr<EventReader> m_reader;
};

void TestSharedStore::initTestCase()
{
    if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("NOT TESTED: ") + missing));
}

void TestSharedStore::init()
{
    m_url = m_engines.makeDatabase(Engine::MariaDb);
    m_dialect = TestEngines::dialectOf(m_url);
    m_firstNode = std::move(*StoreFactory::open(m_url));
    m_secondNode = std::move(*StoreFactory::open(m_url));
    m_first = std::move(*m_firstNode->openWriter());
    m_second = std::move(*m_secondNode->openWriter());
    m_reader = std::move(*m_firstNode->openReader());
}

void TestSharedStore::cleanup()
{
    m_reader.reset();
    m_second.reset();
    m_first.reset();
    m_secondNode.reset();
    m_firstNode.reset();
}

std::unique_ptr<SqlConnection> TestSharedStore::connect() const
{
    return std::move(*SqlConnection::open(*m_dialect, SqlConnection::Access::ReadWrite));
}

qint64 TestSharedStore::ask(const QString &question) const
{
    const auto connection = connect();
    Result<SqlRows> row = connection->ask(question);
    return row && row->next() ? row->value(0).toLongLong() : -1;
}

void TestSharedStore::eachNodeHasANumberOfItsOwnAndFindsItAgain()
{
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM node")), 2);
    commit(*m_first, bringing(stored("A", Instant{7us})));
    m_first = std::move(*m_firstNode->openWriter());
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM node")), 2);
    QVERIFY(m_first->committedStamp() && *m_first->committedStamp() == Instant{7us});
    commit(*m_first, bringing(stored("B", Instant{8us})));
    QCOMPARE(ask(QStringLiteral("SELECT count(DISTINCT node_id) FROM event")), 1);
}

void TestSharedStore::aNumberThatNobodyHoldsIsTakenOver()
{
    commit(*m_second, bringing(stored("A", Instant{7us})));
    QVERIFY(connect()->run(QStringLiteral("UPDATE node SET held_until = 0 WHERE last_stamp = 7")));
    const auto third = std::move(*StoreFactory::open(m_url));
    const auto store = std::move(*third->openWriter());
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM node")), 2);
    QVERIFY(!*store->committedStamp()); // it is not this process that committed under it
    commit(*store, bringing(stored("B", Instant{9us})));
    QCOMPARE(ask(QStringLiteral("SELECT count(DISTINCT node_id) FROM event")), 1);
}

void TestSharedStore::aNodeThatLostItsNumberCommitsNothingUnderIt()
{
    QVERIFY(connect()->run(QStringLiteral("UPDATE node SET owner = owner + 2")));
    const StoreTransaction transaction(*m_first);
    QVERIFY(transaction.begun());
    const auto missed = m_first->apply(bringing(stored("A", Instant{7us})));
    QVERIFY(!missed);
    QCOMPARE(missed.failure().kind, Failure::Kind::ConnectionLost); // a new one finds another number
}

void TestSharedStore::stampsGoOnFromTheNewestOfAllNodes()
{
    commit(*m_second, bringing(stored("A", Instant{70us})));
    commit(*m_first, bringing(stored("B", Instant{9us})));
    m_first = std::move(*m_firstNode->openWriter());
    QVERIFY(*m_first->lastStamp() == Instant{70us});
    QVERIFY(**m_first->committedStamp() == Instant{9us});
}

void TestSharedStore::ofTwoInsertsOfOneNewEventOneIsTold()
{
    const std::vector<EventId> ids{EventId(std::string("A"))};
    QVERIFY(m_first->begin() && m_second->begin());
    QVERIFY(m_first->lookUp(ids)->empty() && m_second->lookUp(ids)->empty());
    QVERIFY(m_first->apply(bringing(stored("A", Instant{7us})))->empty());
    QVERIFY(m_first->commit());
    ChangeSet late = bringing(stored("A", Instant{8us}));
    for (int i = 0; i < 700; ++i) // more than go into one statement
        late.changes.push_back({std::nullopt, stored("B-" + std::to_string(i), Instant{8us})});
    QVERIFY(*m_second->apply(late) == ids);
    m_second->rollback();
    QVERIFY(m_second->begin());
    QCOMPARE(m_second->lookUp(ids)->size(), 1U);
    m_second->rollback();
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM event")), 1);
}

void TestSharedStore::ofTwoCorrectionsOfOneVersionOneIsTold()
{
    const StoredEvent before = stored("A", Instant{7us});
    commit(*m_first, bringing(before));
    QVERIFY(m_first->begin() && m_second->begin());
    QVERIFY(m_first->apply(correcting(before, stored("A", Instant{8us}, 1, 2)))->empty());
    QVERIFY(m_first->commit());
    QVERIFY(*m_second->apply(correcting(before, stored("A", Instant{9us}, 2, 2)))
            == std::vector{before.eventId});
    m_second->rollback();
    const auto history = m_reader->event(before.eventId);
    QVERIFY(history && *history);
    QCOMPARE((*history)->current.event.payload.defectCount, 1);
    QCOMPARE((*history)->revisions.size(), 1U);
}

void TestSharedStore::whatANodeBroughtTheOtherCorrects()
{
    StoredEvent before = stored("A", Instant{7us}, 3);
    before.payload.lineId = LineId(std::string("L-1")); // a source that the other node has not seen yet
    commit(*m_first, bringing(before));
    QVERIFY(m_second->begin());
    QVERIFY(*m_second->lookUp(std::vector{before.eventId}) == std::vector{before});
    m_second->rollback();
    StoredEvent after = stored("A", Instant{8us}, 5, 2);
    after.payload.machineId = MachineId(std::string("M-2"));
    commit(*m_second, correcting(before, after));

    const auto totals = m_reader->totals({}, planWindow({noon - 1h, noon + 1h}));
    QVERIFY(totals);
    QCOMPARE(totals->size(), 1U); // of the first source nothing is left, over both nodes
    QVERIFY(totals->front().source.machineId == after.payload.machineId);
    QVERIFY(totals->front().totals == (Totals{1, 4000, 5, 0}));
    QCOMPARE(totals->front().source.lastReceived, Instant{8us});
    QCOMPARE(ask(QStringLiteral("SELECT superseding_node_id - node_id FROM event_revision")), 1);
}

void TestSharedStore::aLineMovedBetweenNodesThatKnowItByDifferentSourcesAddsUp()
{
    const auto onLine = [](StoredEvent event, const char *machine) {
        event.payload.machineId = MachineId(std::string(machine));
        event.payload.lineId = LineId(std::string("L-1"));
        return event;
    };
    const StoredEvent before = onLine(stored("A", Instant{7us}, 3), "M-1");
    commit(*m_first, bringing(before));
    commit(*m_second, bringing(onLine(stored("B", Instant{8us}, 2), "M-2"))); // stands for L-1 there
    StoredEvent after = before;
    after.payload.lineId = LineId(std::string("L-2"));
    after.version = 2;
    after.receivedTime = after.recordedTime = Instant{9us};
    commit(*m_second, correcting(before, after));

    std::map<LineId, Totals> found;
    const auto parts = m_reader->lineTotals({}, planWindow({noon - 1h, noon + 1h}));
    QVERIFY(parts);
    for (const SourceTotals &part : *parts)
        found[part.source.line] += part.totals;
    QCOMPARE(found.size(), 2U);
    QVERIFY(found.at(LineId(std::string("L-1"))) == (Totals{1, 4000, 2, 0}));
    QVERIFY(found.at(LineId(std::string("L-2"))) == (Totals{1, 4000, 3, 0}));
}

void TestSharedStore::readersTellWhatTheirOwnProcessCommitted()
{
    const auto other = std::move(*m_secondNode->openReader());
    QVERIFY(*m_reader->committedStamp() == Instant{});
    commit(*m_first, bringing(stored("A", Instant{7us})));
    commit(*m_second, bringing(stored("B", Instant{9us})));
    QVERIFY(*m_reader->committedStamp() == Instant{7us});
    QVERIFY(*other->committedStamp() == Instant{9us});
}

void TestSharedStore::rejectionsWithOneStampAreAllListed()
{
    for (EventStore *store : {m_first.get(), m_second.get()}) {
        ChangeSet changes;
        for (int i = 1; i <= 3; ++i)
            changes.rejections.push_back(
                {Instant{std::chrono::microseconds{i}}, RejectReason::MalformedEvent, {}, "127.0.0.1", "7"});
        changes.lastStamp = Instant{3us};
        commit(*store, changes);
    }
    std::set<std::pair<Instant, int>> seen;
    RejectionFilter filter;
    for (bool more = true; more;) {
        const auto page = m_reader->rejections(filter, 1);
        QVERIFY(page && page->items.size() == 1);
        const RejectedEvent &item = page->items.front();
        QVERIFY(seen.emplace(item.receivedTime, item.writer).second);
        filter.before = WriterStamp{item.writer, item.receivedTime};
        more = page->more;
    }
    QCOMPARE(seen.size(), 6U);
}

void TestSharedStore::pagesStayAsTheyWereWhenANodeWhoseClockIsBehindCorrects()
{
    // The first node's clock is ahead of the second's, whose stamps all lie before what the pages are read as
    // of.
    std::vector<StoredEvent> rows;
    for (int i = 0; i < 20; ++i) {
        const Instant stamp = i % 2 == 0 ? Instant{1'000'000us + i * 1us} : Instant{10us + i * 1us};
        rows.push_back(stored("E-" + std::to_string(i), stamp));
        rows.back().payload.eventTime = noon + std::chrono::seconds{i};
        commit(i % 2 == 0 ? *m_first : *m_second, bringing(rows.back()));
    }
    std::vector<std::string> seen;
    std::optional<EventCursor> cursor;
    int stamp = 100;
    do {
        const auto page = m_reader->events({}, 3, cursor);
        QVERIFY(page);
        for (const EventItem &item : page->items) {
            QCOMPARE(item.event.version, 1);
            seen.push_back(item.event.eventId.utf8());
        }
        cursor = page->next;
        // What was shown moves to where it would be shown again, and what was not to where it would be
        // missed.
        for (std::size_t i = 0; i < rows.size(); i += 7) {
            StoredEvent after = rows[i];
            after.version += 1;
            after.receivedTime = after.recordedTime =
                std::max(rows[i].receivedTime, Instant{}) + 1us * ++stamp;
            after.payload.eventTime = noon + std::chrono::seconds{19 - static_cast<int>(i)};
            if (after.receivedTime > Instant{900'000us})
                continue; // only what the second node brought
            commit(*m_second, correcting(rows[i], after));
            rows[i] = after;
        }
    } while (cursor);
    QCOMPARE(seen.size(), 20U);
    QCOMPARE((std::set<std::string>(seen.begin(), seen.end()).size()), 20U);
}

LINEWATCH_TEST(TestSharedStore)
#include "tst_sharedstore.moc"
