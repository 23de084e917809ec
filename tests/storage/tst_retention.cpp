// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/groupreconciler.h"
#include "model/rollup.h"
#include "storage/plainstore.h"
#include "storage/randomstream.h"
#include "storage/sqlconnection.h"
#include "storage/storefactory.h"
#include "storage/testengines.h"
#include "support/testprogram.h"

#include <QtTest>

#include <map>
#include <set>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** Random streams into a real store from which old events are removed meanwhile, against a plain recount of
 * all. */
class TestRetention : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEngines(); }
    void init();
    void cleanup();
    void everyAnswerCountsEveryEventThatWasTakenIn_data();
    void everyAnswerCountsEveryEventThatWasTakenIn();
    void nothingIsRemovedWithoutAHorizon();
    void theHorizonNeverGoesBack();
    void revisionsGoWithTheirEvents();
    void whatIsRemovedIsNotTakenInAgain();
    void oneRemovesAtATime();

private:
    std::vector<std::string> writeGroup(const std::vector<PendingBatch> &group);
    std::vector<std::string> post(const std::string &id, Instant eventTime, int defects = 0);
    std::vector<std::string> expectedOf(const std::vector<PendingBatch> &group);
    void settleWhatIsGone();
    std::set<std::string> idsListed();
    void compareWindows(RandomStream &stream, int windows);
    std::map<std::string, Totals> linesOf(const std::string &factory, TimeWindow window);
    void removeAll();
    qint64 ask(const QString &question);
    void reopen();

    TestEngines m_engines;
    DatabaseUrl m_url;
    std::unique_ptr<StoreFactory> m_factory;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<EventReader> m_reader;
    std::optional<ReceiptStamper> m_stamper;
    PlainStore m_plain;
    Instant m_horizon;
};

void TestRetention::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_url = m_engines.makeDatabase(engine);
    auto factory = StoreFactory::open(m_url);
    QVERIFY(factory);
    m_factory = std::move(*factory);
    reopen();
    m_reader = std::move(*m_factory->openReader());
    m_plain = {};
    m_horizon = NothingRemoved;
}

void TestRetention::cleanup()
{
    m_reader.reset();
    m_store.reset();
    m_factory.reset();
}

void TestRetention::reopen()
{
    m_store.reset();
    auto store = m_factory->openWriter();
    QVERIFY(store);
    m_store = std::move(*store);
    m_stamper.emplace(*m_store->lastStamp());
}

std::vector<std::string> TestRetention::writeGroup(const std::vector<PendingBatch> &group)
{
    StoreTransaction transaction(*m_store);
    auto stored = m_store->lookUp(GroupReconciler::idsOf(group));
    const auto horizon = m_store->horizon();
    if (!stored || !horizon)
        return {"cannot look up"};
    GroupReconciler reconciler(*m_stamper, {}, *horizon);
    reconciler.setStored(std::move(*stored));
    std::vector<std::string> outcomes;
    for (const PendingBatch &batch : group) {
        for (const Outcome &outcome : reconciler.add(batch)) {
            outcomes.emplace_back(outcome.status == OutcomeStatus::Deduped ? wireName(outcome.detail)
                                                                           : wireName(outcome.status));
        }
    }
    const auto missed = m_store->apply(reconciler.takeChanges());
    if (!missed || !missed->empty() || !transaction.commit())
        return {"cannot write"};
    return outcomes;
}

std::vector<std::string> TestRetention::post(const std::string &id, Instant eventTime, int defects)
{
    IncomingEvent event;
    event.eventId = EventId(id);
    event.payload.machineId = MachineId(std::string("M-1"));
    event.payload.eventTime = eventTime;
    event.payload.defectCount = defects;
    return writeGroup({PendingBatch{{event}, Instant{24h * 365}, "127.0.0.1", {}}});
}

std::vector<std::string> TestRetention::expectedOf(const std::vector<PendingBatch> &group)
{
    std::vector<std::string> expected;
    for (const PendingBatch &batch : group) {
        for (const auto &element : batch.events) {
            const auto *event = std::get_if<IncomingEvent>(&element);
            const bool isTooOld = event && event->payload.eventTime < m_horizon;
            expected.push_back(m_plain.post(isTooOld ? RefusedEvent{} : element, batch.arrival));
        }
    }
    return expected;
}

/** Nothing but what is before the horizon may be gone. */
void TestRetention::settleWhatIsGone()
{
    const std::set<std::string> listed = idsListed();
    std::vector<std::string> gone;
    for (const auto &[id, row] : m_plain.rows()) {
        if (listed.contains(id))
            continue;
        QVERIFY(row.payload.eventTime < m_horizon);
        const auto history = m_reader->event(EventId(id));
        QVERIFY(history);
        if (!*history)
            gone.push_back(id);
    }
    for (const std::string &id : gone)
        m_plain.settle(id);
}

std::set<std::string> TestRetention::idsListed()
{
    std::set<std::string> ids;
    std::optional<EventCursor> cursor;
    do {
        const auto page = m_reader->events({}, 1'000, cursor);
        if (!page)
            return {};
        for (const EventItem &item : page->items)
            ids.insert(item.event.eventId.utf8());
        cursor = page->next;
    } while (cursor);
    return ids;
}

std::map<std::string, Totals> TestRetention::linesOf(const std::string &factory, TimeWindow window)
{
    const auto parts = m_reader->lineTotals(FactoryId(factory), planWindow(window));
    if (!parts)
        return {{"cannot read", {}}};
    std::map<std::string, Totals> sums;
    for (const SourceTotals &part : *parts)
        sums[part.source.line.utf8()] += part.totals;
    std::erase_if(sums, [](const auto &line) { return line.second == Totals{}; });
    return sums;
}

void TestRetention::compareWindows(RandomStream &stream, int windows)
{
    const auto horizon = m_reader->horizon();
    QVERIFY(horizon);
    QCOMPARE(*horizon, m_horizon);
    for (int i = 0; i < windows; ++i) {
        TimeWindow window{stream.time(), stream.time()};
        if (window.end < window.start)
            std::swap(window.start, window.end);
        if (!window.isValid())
            continue;
        const TimeWindow covered = coveredWindow(window, *horizon);
        const std::string machine = "M-" + std::to_string(stream.number(0, 3));
        const auto parts = m_reader->totals({MachineId(machine), {}}, planWindow(covered));
        QVERIFY(parts);
        Totals sum;
        for (const SourceTotals &part : *parts)
            sum += part.totals;
        QVERIFY(sum == m_plain.totals(machine, covered));
        const std::string factory =
            stream.number(0, 1) == 0 ? "" : "F-" + std::to_string(stream.number(0, 1));
        QVERIFY(linesOf(factory, covered) == m_plain.lineTotals(factory, covered));
    }
}

void TestRetention::removeAll()
{
    for (bool more = true; more;) {
        const auto removal = m_store->removeSome(50);
        QVERIFY(removal);
        more = removal->more;
    }
}

/** Past the reader: as the tables have it. */
qint64 TestRetention::ask(const QString &question)
{
    const auto dialect = TestEngines::dialectOf(m_url);
    const auto connection = SqlConnection::open(*dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return -1;
    Result<SqlRows> row = (*connection)->ask(question);
    return row && row->next() ? row->value(0).toLongLong() : -1;
}

void TestRetention::everyAnswerCountsEveryEventThatWasTakenIn_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestRetention::everyAnswerCountsEveryEventThatWasTakenIn()
{
    QFETCH(unsigned, seed);
    RandomStream stream(seed);
    for (int step = 0; step < 120; ++step) {
        const std::vector<PendingBatch> group = stream.nextGroup();
        const std::vector<std::string> expected = expectedOf(group);
        QVERIFY(writeGroup(group) == expected);
        if (stream.number(0, 3) == 0) {
            m_horizon = std::max(m_horizon, Instant{-30h} + step / 4 * 1h + stream.number(0, 3) * 1h);
            QVERIFY(m_store->raiseHorizon(m_horizon));
        }
        if (stream.number(0, 9) == 0) // the process starts anew
            reopen();
        if (stream.number(0, 1) == 0) {
            const auto removal = m_store->removeSome(stream.number(1, 12));
            QVERIFY(removal);
            settleWhatIsGone();
        }
        compareWindows(stream, 3);
    }
    removeAll();
    settleWhatIsGone();
    for (const auto &[id, row] : m_plain.rows())
        QVERIFY(row.payload.eventTime >= m_horizon);
    compareWindows(stream, 100);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(m_horizon).time_since_epoch().count();
    for (const auto &table : {QStringLiteral("rollup_bucket"), QStringLiteral("line_bucket")}) {
        QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM %1 WHERE bucket_width = 60 AND bucket_start < %2")
                         .arg(table)
                         .arg(seconds)),
                 0);
    }
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM event_revision r WHERE NOT EXISTS"
                                " (SELECT 1 FROM event e WHERE e.event_key = r.event_key)")),
             0);
}

void TestRetention::nothingIsRemovedWithoutAHorizon()
{
    QCOMPARE(post("E-1", Instant{-1000h}), std::vector<std::string>{"ACCEPTED"});
    const auto removal = m_store->removeSome(10);
    QVERIFY(removal);
    QCOMPARE(removal->events + removal->buckets, 0);
    QVERIFY(!removal->more);
    QVERIFY(*m_reader->event(EventId(std::string("E-1"))));
    QCOMPARE(*m_reader->horizon(), NothingRemoved);
}

void TestRetention::theHorizonNeverGoesBack()
{
    QVERIFY(m_store->raiseHorizon(Instant{5h}));
    QVERIFY(m_store->raiseHorizon(Instant{3h}));
    QCOMPARE(*m_store->horizon(), Instant{5h});
    reopen();
    QCOMPARE(*m_store->horizon(), Instant{5h});
}

void TestRetention::revisionsGoWithTheirEvents()
{
    post("E-1", Instant{1h}, 1);
    post("E-2", Instant{1h}, 1);
    QCOMPARE(post("E-1", Instant{2h}, 2), std::vector<std::string>{"UPDATED"});
    QCOMPARE(post("E-2", Instant{9h}, 2), std::vector<std::string>{"UPDATED"});
    QVERIFY(m_store->raiseHorizon(Instant{5h}));
    removeAll();
    QVERIFY(!*m_reader->event(EventId(std::string("E-1"))));
    const auto kept = m_reader->event(EventId(std::string("E-2")));
    QCOMPARE((*kept)->revisions.size(), 1U); // also of a time before the horizon: the event is kept
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM event_revision")), 1);
}

void TestRetention::whatIsRemovedIsNotTakenInAgain()
{
    post("E-1", Instant{1h}, 1);
    QVERIFY(m_store->raiseHorizon(Instant{5h}));
    QCOMPARE(post("E-1", Instant{1h}, 1), std::vector<std::string>{"REJECTED"}); // not removed yet
    removeAll();
    QCOMPARE(post("E-1", Instant{1h}, 1), std::vector<std::string>{"REJECTED"});
    QCOMPARE(post("E-2", Instant{5h} - 1us), std::vector<std::string>{"REJECTED"});
    QCOMPARE(post("E-3", Instant{5h}), std::vector<std::string>{"ACCEPTED"});
    const auto parts = m_reader->totals({}, planWindow({Instant{}, Instant{24h}}));
    QCOMPARE(parts->size(), 1U);
    QVERIFY(parts->front().totals == (Totals{2, 0, 1, 0}));
}

/** Where several processes write; elsewhere there is nobody else. */
void TestRetention::oneRemovesAtATime()
{
    QFETCH_GLOBAL(Engine, engine);
    if (engine != Engine::MariaDb)
        return;
    post("E-1", Instant{1h});
    QVERIFY(m_store->raiseHorizon(Instant{5h}));
    const auto dialect = TestEngines::dialectOf(m_url);
    const auto other = SqlConnection::open(*dialect, SqlConnection::Access::ReadWrite);
    QVERIFY(other);
    QVERIFY((*other)->ask(dialect->takeTurn()));
    const auto refused = m_store->removeSome(10);
    QVERIFY(!refused);
    QCOMPARE(refused.failure().kind, Failure::Kind::Contended);
    QVERIFY((*other)->run(dialect->endTurn()));
    QCOMPARE(m_store->removeSome(10)->events, 1);
}

LINEWATCH_TEST(TestRetention)
#include "tst_retention.moc"
