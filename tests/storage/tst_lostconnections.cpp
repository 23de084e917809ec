// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readerpool.h"
#include "storage/testengines.h"
#include "storage/testnode.h"
#include "support/cuttingproxy.h"
#include "support/testprogram.h"

#include <QLoggingCategory>
#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;

/** A node whose connections to MariaDB are cut, or whose server goes away and comes back. */
class TestLostConnections : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_url = m_engines.makeDatabase(Engine::MariaDb); }

    void aConnectionThatWasKilledIsRebuilt();
    void aReaderWhoseConnectionWasKilledAnswersAgain();
    void aCutWhileCommittingCostsNothingAndDoublesNothing_data();
    void aCutWhileCommittingCostsNothingAndDoublesNothing();
    void aServerThatRestartsMeanwhileIsWaitedFor();
    void aServerThatStaysAwayIsAFailureAndComesBackToBeUsed();
    void theNextHostOfTheListIsTakenWhereTheFirstDoesNotAnswer();
    void aWrongPasswordIsSaidToBeOne();

private:
    void killConnections();

    TestEngines m_engines;
    DatabaseUrl m_url;
};

void TestLostConnections::initTestCase()
{
    if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("NOT TESTED: ") + missing));
    QLoggingCategory::setFilterRules(QStringLiteral("linewatch.ingest.warning=false"));
}

/** As an operator does, or a server that has waited too long for a client. */
void TestLostConnections::killConnections()
{
    const QByteArray list = m_engines.mariaDb().run(
        QStringLiteral("SELECT id FROM information_schema.processlist WHERE db = '%1'")
            .arg(m_url.mysql->name));
    for (const QByteArray &id : list.split('\n')) {
        if (!id.isEmpty())
            m_engines.mariaDb().run(QStringLiteral("KILL ") + QString::fromUtf8(id));
    }
}

void TestLostConnections::aConnectionThatWasKilledIsRebuilt()
{
    TestNode node(m_url);
    QCOMPARE(node.post({eventOf("A")}, noon).get()->outcomes.front(), Outcome::accepted());
    killConnections();
    QCOMPARE(node.post({eventOf("B")}, noon).get()->outcomes.front(), Outcome::accepted());
    QVERIFY(node.statistics().retries(Retry::ConnectionLost) > 0);
    QCOMPARE(node.post({eventOf("A", 1)}, noon).get()->outcomes.front(), Outcome::updated());
}

void TestLostConnections::aReaderWhoseConnectionWasKilledAnswersAgain()
{
    TestNode node(m_url);
    node.post({eventOf("A")}, noon).wait();
    ReaderPool pool([&node] { return Result<std::unique_ptr<EventReader>>(node.reader()); }, 1);
    for (int i = 0; i < 3; ++i) {
        std::promise<std::size_t> sources;
        QVERIFY(pool.ask([&sources](Result<EventReader *> reader) {
            sources.set_value(reader ? (*reader)->sources()->size() : std::size_t{0});
        }));
        QCOMPARE(sources.get_future().get(), std::size_t{1});
        killConnections();
    }
}

void TestLostConnections::aCutWhileCommittingCostsNothingAndDoublesNothing_data()
{
    QTest::addColumn<CuttingProxy::Cut>("cut");
    QTest::newRow("the server never hears of it") << CuttingProxy::Cut::BeforeCommit;
    QTest::newRow("the node never hears of it") << CuttingProxy::Cut::AfterCommit;
}

void TestLostConnections::aCutWhileCommittingCostsNothingAndDoublesNothing()
{
    QFETCH(const CuttingProxy::Cut, cut);
    CuttingProxy proxy(m_engines.mariaDb().port());
    m_url.mysql->hosts = {{QStringLiteral("127.0.0.1"), proxy.port()}};
    TestNode node(m_url);
    node.post({eventOf("A")}, noon).wait();
    proxy.cutNext(cut);
    const Result<BatchResult> result =
        node.post({eventOf("B"), eventOf("A", 1), eventOf("B", 1)}, noon).get();
    QVERIFY(proxy.hasCut());
    QVERIFY2(result, qPrintable(result ? QString() : result.failure().message));
    QVERIFY((result->outcomes == std::vector{Outcome::accepted(), Outcome::updated(), Outcome::updated()}));
    QVERIFY(node.statistics().retries(Retry::ConnectionLost) > 0);
    const auto reader = node.reader();
    for (const char *id : {"A", "B"}) {
        const auto history = reader->event(EventId(std::string(id)));
        QVERIFY(history && *history);
        QCOMPARE((*history)->current.event.version, 2);
        QCOMPARE((*history)->revisions.size(), std::size_t{1});
    }
    const auto totals =
        reader->totals({}, planWindow({noon - std::chrono::hours{1}, noon + std::chrono::hours{1}}));
    QVERIFY(totals && totals->size() == 1);
    QVERIFY(totals->front().totals == (Totals{2, 8000, 2, 0}));
}

void TestLostConnections::aServerThatRestartsMeanwhileIsWaitedFor()
{
    TestNode node(m_url);
    QCOMPARE(node.post({eventOf("A")}, noon).get()->outcomes.front(), Outcome::accepted());
    m_engines.mariaDb().kill();
    QVERIFY(m_engines.mariaDb().launch());
    // Senders do the same with a 503: some of the server's start may be longer than a batch is held.
    Result<BatchResult> result = node.post({eventOf("A", 1)}, noon).get();
    for (int i = 0; !result && i < 20; ++i)
        result = node.post({eventOf("A", 1)}, noon).get();
    QVERIFY(result);
    QCOMPARE(result->outcomes.front(), Outcome::updated());
}

void TestLostConnections::aServerThatStaysAwayIsAFailureAndComesBackToBeUsed()
{
    TestNode node(m_url);
    node.post({eventOf("A")}, noon).wait();
    m_engines.mariaDb().stop();
    const Result<BatchResult> result = node.post({eventOf("B")}, noon).get();
    QVERIFY(!result);
    QCOMPARE(result.failure().kind, Failure::Kind::ConnectionLost);
    QVERIFY(m_engines.mariaDb().start());
    QCOMPARE(node.post({eventOf("B")}, noon).get()->outcomes.front(), Outcome::accepted());
}

void TestLostConnections::theNextHostOfTheListIsTakenWhereTheFirstDoesNotAnswer()
{
    const MySqlHost nobody{QStringLiteral("127.0.0.1"), freePort()};
    m_url.mysql->hosts.prepend(nobody);
    TestNode node(m_url);
    QCOMPARE(node.post({eventOf("A")}, noon).get()->outcomes.front(), Outcome::accepted());
    m_url.mysql->hosts = {nobody};
    const auto none = StoreFactory::open(m_url);
    QVERIFY(!none);
    QVERIFY2(none.failure().message.contains(m_url.displayText()), qPrintable(none.failure().message));
}

void TestLostConnections::aWrongPasswordIsSaidToBeOne()
{
    m_engines.mariaDb().run(QStringLiteral("CREATE OR REPLACE USER plant@'%' IDENTIFIED BY 'right';"
                                           " GRANT ALL ON *.* TO plant@'%'"));
    m_url.mysql->user = QStringLiteral("plant");
    m_url.mysql->password = QStringLiteral("wrong");
    const auto refused = StoreFactory::open(m_url);
    QVERIFY(!refused);
    QVERIFY(refused.failure().message.contains(QStringLiteral("Access denied")));
    QVERIFY(!refused.failure().message.contains(QStringLiteral("wrong")));
    m_url.mysql->password = QStringLiteral("right");
    QVERIFY(StoreFactory::open(m_url));
}

LINEWATCH_TEST(TestLostConnections)
#include "tst_lostconnections.moc"
