// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/awaydatabase.h"
#include "e2e/metricsof.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/programrun.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QFile>
#include <QTest>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** What a node answers while its database is away, and what becomes of it. */
class SpoolTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_plant.startOrSkip(); }
    void init()
    {
        m_plant.setAway(false);
        m_plant.makeDatabase();
        m_node = m_plant.node();
    }
    void cleanup()
    {
        m_node.reset();
        QCOMPARE(m_contract.take(), QStringList());
    }

    void validEventsAreQueuedAndOthersRejectedAtOnce()
    {
        startAndCut();
        const Micros before = nowMicros();
        const BatchAnswer answer = post({event(u"A"_s), event(u"B"_s).defects(-2)});
        const Micros after = nowMicros();
        QCOMPARE(answer.status(), 202);
        QCOMPARE(answer.outcomes(), (QStringList{u"QUEUED"_s, u"REJECTED INVALID_DEFECT_COUNT"_s}));
        QCOMPARE(answer.count("queued"_L1), 1);
        QCOMPARE(post({}).status(), 200);

        m_plant.setAway(false);
        QTRY_COMPARE_WITH_TIMEOUT(readiness(), u"ready"_s, 30'000);
        const QJsonObject stored = api().get(u"/events/A"_s).object();
        const Micros received = fromWireTime(stored[u"receivedTime"_s].toString());
        QVERIFY(received >= before && received <= after);
        QCOMPARE(stored[u"version"_s].toInt(), 1);
        QCOMPARE(api().get(u"/rejections"_s).items().size(), 1);
        QCOMPARE(post({event(u"A"_s)}).outcomes(), QStringList{u"DEDUPED IDENTICAL"_s});
    }

    void whatWaitsIsInReadinessAndMetrics()
    {
        startAndCut();
        QCOMPARE(metric(u"linewatch_spool_batches"_s), 0);
        post({event(u"A"_s), event(u"B"_s)});
        post({event(u"C"_s)});
        QCOMPARE(readiness(), u"spooling"_s);
        QCOMPARE(api().get(u"/readyz"_s).status(), 200);
        QVERIFY(api().get(u"/readyz"_s).detail().contains(u"2 batches with 3 events wait"_s));
        QCOMPARE(metric(u"linewatch_spool_batches"_s), 2);
        QCOMPARE(metric(u"linewatch_spool_events"_s), 3);
        QVERIFY(metric(u"linewatch_spool_bytes"_s) > 0);
        QCOMPARE(metric(u"linewatch_spooled_events_total"_s), 3);
        QCOMPARE(metric(u"linewatch_events_total"_s), 0);
        QCOMPARE(api().get(u"/events/A"_s).status(), 503);
        m_plant.setAway(false);
        QTRY_COMPARE_WITH_TIMEOUT(metric(u"linewatch_spool_batches"_s), 0, 30'000);
        QCOMPARE(metric(u"linewatch_events_total"_s), 3);
        QCOMPARE(metric(u"linewatch_spool_events"_s), 0);
    }

    void theyComeInInTheOrderInWhichTheyCame()
    {
        startAndCut();
        post({event(u"A"_s).defects(1)});
        post({event(u"A"_s).defects(2), event(u"A"_s).defects(2)});
        post({event(u"A"_s).defects(3).received(TestDay)}); // an older receipt is claimed: stale
        m_plant.setAway(false);
        QTRY_COMPARE_WITH_TIMEOUT(readiness(), u"ready"_s, 30'000);
        const QJsonObject stored = api().get(u"/events/A"_s).object();
        QCOMPARE(stored[u"version"_s].toInt(), 2);
        QCOMPARE(stored[u"defectCount"_s].toInt(), 2);
        QCOMPARE(stored[u"revisions"_s].toArray().size(), 1);
        QCOMPARE(m_plant.wrongMinutes(), 0);
    }

    void aNodeThatStartsWhileItsDatabaseIsAwayQueues()
    {
        startAndCut();
        post({event(u"A"_s)});
        m_node->kill();
        QVERIFY2(m_node->start(), m_node->log().constData());
        QCOMPARE(readiness(), u"spooling"_s);
        QCOMPARE(post({event(u"B"_s)}).outcomes(), QStringList{u"QUEUED"_s});
        QCOMPARE(m_node->stop(), std::optional(0));
        QVERIFY2(m_node->start(), m_node->log().constData());
        m_plant.setAway(false);
        QTRY_COMPARE_WITH_TIMEOUT(readiness(), u"ready"_s, 30'000);
        for (const QString &id : {u"/events/A"_s, u"/events/B"_s})
            QCOMPARE(api().get(id).object()[u"version"_s].toInt(), 1);
    }

    void oneThatNeverReachedItsDatabaseDoesNotStart()
    {
        m_plant.setAway(true);
        QVERIFY(!m_node->start());
        QCOMPARE(m_node->waitForExit(), std::optional(2));
        QVERIFY(!QFile::exists(m_plant.spoolFile()));
    }

    void aFullSpoolTurnsBatchesAwayUntilTheDatabaseIsBack()
    {
        m_plant.writeSettings("[spool]\nmaxBytes=1048576\n");
        startAndCut();
        int queued = 0; // batches of 50
        int status = 202;
        while (status == 202 && queued < 1000) {
            QJsonArray events;
            for (int i = 0; i < 50; ++i)
                events.append(event(u"E-%1-%2-"_s.arg(queued).arg(i) + QString(100, u'x')));
            status = post(events).status();
            queued += status == 202 ? 1 : 0;
        }
        QCOMPARE(status, 503);
        QVERIFY(queued > 20);
        QCOMPARE(api().get(u"/readyz"_s).status(), 503);
        QVERIFY(QFile(m_plant.spoolFile()).size() <= 1024 * 1024);
        m_plant.setAway(false);
        QTRY_COMPARE_WITH_TIMEOUT(readiness(), u"ready"_s, 30'000);
        QCOMPARE(m_plant.ask(u"SELECT count(*) FROM event"_s).toInt(), 50 * queued);
        QCOMPARE(post({event(u"more"_s)}).outcomes(), QStringList{u"ACCEPTED"_s});
    }

    void withoutASpoolItIsNotReadyAndSaysSo()
    {
        m_plant.writeSettings("[spool]\nmaxBytes=0\n");
        startAndCut();
        QCOMPARE(post({event(u"A"_s)}).status(), 503);
        QCOMPARE(api().get(u"/readyz"_s).status(), 503);
        QVERIFY(!QFile::exists(m_plant.spoolFile()));
        m_plant.setAway(false);
        QTRY_COMPARE_WITH_TIMEOUT(api().get(u"/readyz"_s).status(), 200, 30'000);
    }

    void twoProcessesDoNotShareASpool()
    {
        QVERIFY2(m_node->start(), m_node->log().constData());
        ServerProcess second(m_plant.nodeFolder());
        second.setDatabase(u"mysql://root@127.0.0.1:%1/mysql"_s.arg(m_plant.wirePort()));
        QVERIFY(!second.start());
        QVERIFY(second.log().contains("spool/file"));
    }

    void aSpoolForAnotherDatabaseIsRefused()
    {
        startAndCut();
        post({event(u"A"_s)});
        m_node->kill();
        m_plant.setAway(false);
        m_plant.server().run(u"CREATE DATABASE other"_s);
        m_node->setDatabase(m_plant.server().url(u"other"_s));
        QVERIFY(!m_node->start());
        QVERIFY(m_node->log().contains("holds 1 batches for the database plant"));
    }

private:
    static WireEvent event(const QString &id) { return {id, u"M"_s}; }

    void startAndCut()
    {
        QVERIFY2(m_node->start(), m_node->log().constData());
        m_plant.setAway(true);
    }
    ApiClient api() { return ApiClient(m_node->port(), m_contract); }
    BatchAnswer post(const QJsonArray &events) { return api().postBatch(events); }
    QString readiness() { return api().get(u"/readyz"_s).object()[u"status"_s].toString(); }
    qint64 metric(const QString &name)
    {
        return sumOfSamples(api().request({"GET", "/metrics"}).http.body, name);
    }

    AwayDatabase m_plant;
    std::unique_ptr<ServerProcess> m_node;
    ContractCheck m_contract;
};

LINEWATCH_TEST(SpoolTest)
#include "tst_spool.moc"
