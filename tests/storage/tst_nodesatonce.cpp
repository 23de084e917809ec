// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/modellednode.h"
#include "storage/pagesmeanwhile.h"
#include "storage/plaincomparison.h"
#include "storage/sqlconnection.h"
#include "storage/testengines.h"
#include "support/testprogram.h"

#include <QtTest>

#include <array>
#include <atomic>
#include <map>
#include <thread>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** Two nodes that write one database at once: what they answer and what is in it afterwards add up. */
class TestNodesAtOnce : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void oneNewEventPostedToBothNodesIsAcceptedOnce();
    void randomPostsToBothNodesAtOnceAddUp_data() { addSeeds(); }
    void randomPostsToBothNodesAtOnceAddUp();
    void postsOfDisjointIdsAtOnceEqualThePlainModel_data() { addSeeds(); }
    void postsOfDisjointIdsAtOnceEqualThePlainModel();
    void aRowThatIsLockedForLongIsWaitedForAndTriedAgain();
    void nothingIsDoubledWhileBothRemove();

private:
    static void addSeeds();
    static void compareAnswer(Answer &answer, PlainStore &plain, ModelledNode &from, Instant arrival);
    std::unique_ptr<SqlConnection> connect() const;
    qint64 ask(const QString &question) const;
    static void compareSums(EventReader &reader, const std::vector<EventItem> &items);
    static void compareLines(EventReader &reader, const std::vector<EventItem> &items);

    TestEngines m_engines;
    DatabaseUrl m_url;
    std::unique_ptr<SqlDialect> m_dialect;
};

void TestNodesAtOnce::initTestCase()
{
    if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("NOT TESTED: ") + missing));
}

void TestNodesAtOnce::init()
{
    m_url = m_engines.makeDatabase(Engine::MariaDb);
    m_dialect = TestEngines::dialectOf(m_url);
}

std::unique_ptr<SqlConnection> TestNodesAtOnce::connect() const
{
    return std::move(*SqlConnection::open(*m_dialect, SqlConnection::Access::ReadWrite));
}

qint64 TestNodesAtOnce::ask(const QString &question) const
{
    const auto connection = connect();
    Result<SqlRows> row = connection->ask(question);
    return row && row->next() ? row->value(0).toLongLong() : -1;
}

void TestNodesAtOnce::oneNewEventPostedToBothNodesIsAcceptedOnce()
{
    TestNode first(m_url);
    TestNode second(m_url);
    OutcomeSum sum;
    for (int i = 0; i < 50; ++i) {
        std::vector<Answer> answers;
        for (int post = 0; post < 5; ++post) {
            answers.push_back(first.post({eventOf("A-" + std::to_string(i))}, noon));
            answers.push_back(second.post({eventOf("A-" + std::to_string(i))}, noon));
        }
        for (Answer &answer : answers)
            sum.add(answer);
    }
    QCOMPARE(sum.counts.accepted, 50);
    QCOMPARE(sum.counts.deduped + sum.contested, 450);
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM event")), 50);
    QCOMPARE(ask(QStringLiteral("SELECT max(version) FROM event")), 1);
}

void TestNodesAtOnce::addSeeds()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 3; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestNodesAtOnce::randomPostsToBothNodesAtOnceAddUp()
{
    QFETCH(const unsigned, seed);
    OutcomeSum sum;
    std::uint64_t conflicts = 0;
    {
        TestNode first(m_url);
        TestNode second(m_url);
        RandomStream streams[] = {RandomStream(seed), RandomStream(seed + 100)};
        std::vector<Answer> answers;
        for (int step = 0; step < 150; ++step) {
            for (PendingBatch &batch : streams[0].nextGroup())
                answers.push_back(first.post(std::move(batch)));
            for (PendingBatch &batch : streams[1].nextGroup())
                answers.push_back(second.post(std::move(batch)));
            if (step % 10 == 9) // not all at once, or there are few transactions
                answers.back().wait();
        }
        for (Answer &answer : answers)
            sum.add(answer);
        conflicts = first.statistics().conflicts() + second.statistics().conflicts();
    }
    qInfo("%llu conflicts, %d events rejected for them", static_cast<unsigned long long>(conflicts),
          sum.contested);
    const auto store = std::move(*StoreFactory::open(m_url));
    const auto reader = std::move(*store->openReader());
    const auto page = reader->events({}, 1000, std::nullopt);
    QVERIFY(page && !page->next);
    qint64 corrections = 0;
    for (const EventItem &item : page->items) {
        const auto history = reader->event(item.event.eventId);
        QVERIFY(history && *history);
        QCOMPARE(static_cast<int>((*history)->revisions.size()), item.event.version - 1);
        corrections += item.event.version - 1;
    }
    QCOMPARE(sum.counts.accepted, static_cast<qint64>(page->items.size()));
    QCOMPARE(sum.counts.updated, corrections);
    QCOMPARE(sum.counts.rejected - sum.contested, ask(QStringLiteral("SELECT count(*) FROM rejected_event")));
    compareSums(*reader, page->items);
    compareLines(*reader, page->items);
}

void TestNodesAtOnce::compareAnswer(Answer &answer, PlainStore &plain, ModelledNode &from, Instant arrival)
{
    const Result<BatchResult> result = answer.get();
    QVERIFY2(result, qPrintable(result ? QString() : result.failure().message));
    std::vector<std::string> outcomes;
    for (const Outcome &outcome : result->outcomes)
        outcomes.push_back(nameOf(outcome));
    QVERIFY(outcomes == from.postTo(plain, result->events, arrival));
    QCOMPARE(from.stamps.last, from.node.lastStamp());
}

void TestNodesAtOnce::postsOfDisjointIdsAtOnceEqualThePlainModel()
{
    QFETCH(const unsigned, seed);
    RandomStream stream(seed);
    PlainStore plain;
    std::array<ModelledNode, 2> nodes{ModelledNode(m_url), ModelledNode(m_url)};
    std::vector<std::unique_ptr<EventReader>> readers;
    for (const ModelledNode &each : nodes)
        readers.push_back(each.node.reader());
    PagesMeanwhile pages(std::move(readers));
    for (std::size_t round = 0; round < 80 || pages.isUnderWay(); ++round) {
        pages.begin(plain);
        TwoBatches batches = nextBatches(stream, round % nodes.size());
        const std::array arrivals{batches[0].arrival, batches[1].arrival};
        std::array answers{nodes[0].node.post(std::move(batches[0])),
                           nodes[1].node.post(std::move(batches[1]))};
        if (pages.isUnderWay())
            pages.readNext();
        for (std::size_t i = 0; i < nodes.size(); ++i)
            compareAnswer(answers[i], plain, nodes[i], arrivals[i]);
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(nodes[0].node.statistics().conflicts() + nodes[1].node.statistics().conflicts(), 0U);
    for (const ModelledNode &each : nodes) {
        const auto reader = each.node.reader();
        compareRows(*reader, plain);
        comparePages(*reader, plain);
        compareWindows(*reader, plain, stream);
    }
    compareBuckets(m_url, plain);
}

/** The sums over everything, and of each minute, against the rows. */
void TestNodesAtOnce::compareSums(EventReader &reader, const std::vector<EventItem> &items)
{
    std::map<std::pair<std::string, Instant>, Totals> expected;
    for (const EventItem &item : items) {
        const EventPayload &payload = item.event.payload;
        const std::string source =
            payload.machineId.utf8() + '/' + payload.lineId.utf8() + '/' + payload.factoryId.utf8();
        expected[{source, bucketStart(payload.eventTime, BucketWidth::Minute)}] += totalsOf(payload);
    }
    const auto sources = reader.sources();
    const auto minutes = reader.minuteTotals({Instant::min(), Instant::max()});
    QVERIFY(sources && minutes);
    std::map<std::int64_t, std::string> names;
    for (const Source &source : *sources)
        names[source.sourceId] =
            source.machineId.utf8() + '/' + source.statedLine.utf8() + '/' + source.factoryId.utf8();
    std::map<std::pair<std::string, Instant>, Totals> found;
    for (const MinuteTotals &minute : *minutes) {
        if (minute.totals != Totals{})
            found[{names.at(minute.sourceId), minute.minute}] = minute.totals;
    }
    QVERIFY(found == expected);
}

/** The sums of lines, whose parts each node keeps under a source of its own choice. Items are newest first.
 */
void TestNodesAtOnce::compareLines(EventReader &reader, const std::vector<EventItem> &items)
{
    std::map<LineId, Totals> expected;
    for (const EventItem &item : items)
        expected[item.line] += totalsOf(item.event.payload);
    const TimeWindow all{items.back().event.payload.eventTime, items.front().event.payload.eventTime + 1us};
    const auto parts = reader.lineTotals({}, planWindow(all));
    QVERIFY(parts);
    std::map<LineId, Totals> found;
    for (const SourceTotals &part : *parts)
        found[part.source.line] += part.totals;
    std::erase_if(found, [](const auto &line) { return line.second == Totals{}; });
    QVERIFY(found == expected);
}

void TestNodesAtOnce::aRowThatIsLockedForLongIsWaitedForAndTriedAgain()
{
    TestNode node(m_url);
    QCOMPARE(node.post({eventOf("A")}, noon).get()->outcomes.front(), Outcome::accepted());
    const auto other = connect();
    QVERIFY(other->run(QStringLiteral("START TRANSACTION")));
    QVERIFY(other->run(QStringLiteral("UPDATE event SET duration_ms = duration_ms + 0, version = version")));
    Answer answer = node.post({eventOf("A", 4)}, noon);
    QTRY_VERIFY_WITH_TIMEOUT(node.statistics().retries(Retry::Contended) > 0,
                             20'000); // the wait was given up once
    QVERIFY(other->run(QStringLiteral("ROLLBACK")));
    QCOMPARE(answer.get()->outcomes.front(), Outcome::updated());
}

/** Each event goes to both nodes and comes again, about when both of them remove the hour that it is of. */
void TestNodesAtOnce::nothingIsDoubledWhileBothRemove()
{
    static constexpr int eventsAnHour = 10;
    const auto timeOf = [](int number) { return Instant{} + number * 60min / eventsAnHour; };
    std::map<int, int> accepted;
    std::atomic<int> hour = 0;
    {
        TestNode nodes[] = {TestNode(m_url), TestNode(m_url)};
        std::atomic<bool> posting = true;
        const auto remove = [&](const TestNode &node) {
            const auto store = node.store();
            while (posting) { // what another is in the way of is done in the next turn
                (void)store->raiseHorizon(Instant{std::chrono::hours{hour}});
                (void)store->removeSome(7);
            }
        };
        std::jthread removers[] = {std::jthread(remove, std::cref(nodes[0])),
                                   std::jthread(remove, std::cref(nodes[1]))};
        RandomStream dice(5);
        for (int step = 0; step < 400; ++step) {
            hour = step / 20;
            const int number = std::max(0, hour * eventsAnHour + dice.number(-5, 15));
            IncomingEvent event = eventOf("E-" + std::to_string(number));
            event.payload.eventTime = timeOf(number);
            std::vector<Answer> answers;
            for (TestNode &node : nodes)
                answers.push_back(node.post({event}, noon));
            for (Answer &answer : answers) {
                const auto result = answer.get();
                accepted[number] += result && result->outcomes.front() == Outcome::accepted() ? 1 : 0;
            }
        }
        posting = false;
    }
    qint64 sum = 0;
    qint64 kept = 0;
    for (const auto &[number, times] : accepted) {
        QVERIFY2(times <= 1, qPrintable(QStringLiteral("E-%1").arg(number)));
        sum += times;
        kept += timeOf(number) >= Instant{std::chrono::hours{hour}} ? times : 0;
    }
    QVERIFY(sum > 100);
    QCOMPARE(ask(QStringLiteral("SELECT sum(events) FROM rollup_bucket WHERE bucket_width = 3600")), sum);
    QVERIFY(ask(QStringLiteral("SELECT count(*) FROM event")) < sum);
    const auto store = std::move(*StoreFactory::open(m_url));
    const auto writer = std::move(*store->openWriter());
    while (writer->removeSome(100)->more) { }
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM event")), kept);
    QCOMPARE(ask(QStringLiteral("SELECT sum(events) FROM rollup_bucket WHERE bucket_width = 3600")), sum);
}

LINEWATCH_TEST(TestNodesAtOnce)
#include "tst_nodesatonce.moc"
