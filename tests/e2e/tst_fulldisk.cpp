// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/awaydatabase.h"
#include "e2e/metricsof.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/smalldisk.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QTest>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** A disk that fills up while machines post, under the store and under the spool. */
class FullDiskTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QCOMPARE(m_contract.take(), QStringList()); }

    void aStoreWithoutRoomSaysSoLosesNothingAndHeals()
    {
        SmallDisk disk(32);
        if (!disk.problem().isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: "_s + disk.problem()));
        ServerProcess server(disk.path());
        QVERIFY2(server.start(), server.log().constData());
        disk.fill(1024);
        const int stored = postUntilRefused(server, 200, "disk is full");
        QVERIFY(stored > 0);
        QCOMPARE(ApiClient(server.port(), m_contract).get(u"/healthz"_s).status(), 200);
        // Nothing of what was refused, all of what was taken, also for who reads while it is full.
        QCOMPARE(countOf(server), stored);
        disk.empty();
        QTRY_COMPARE(ApiClient(server.port(), m_contract).get(u"/readyz"_s).status(), 200);
        QCOMPARE(post(server, stored).status(), 200);
        server.kill();
        QVERIFY2(server.start(), server.log().constData());
        QCOMPARE(countOf(server), stored + 1);
        QCOMPARE(server.stop(), std::optional(0));
    }

    void whatIsFreeIsInTheMetrics()
    {
        SmallDisk disk(64);
        if (!disk.problem().isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: "_s + disk.problem()));
        ServerProcess server(disk.path());
        QVERIFY2(server.start(), server.log().constData());
        const auto metric = [&](const QString &name) {
            return sumOfSamples(ApiClient(server.port(), m_contract).request({"GET", "/metrics"}).http.body,
                                name);
        };
        QTRY_VERIFY(metric(u"linewatch_disk_free_bytes"_s) > 0);
        QVERIFY(metric(u"linewatch_disk_free_bytes"_s) < 64 * 1024 * 1024);
        QVERIFY(metric(u"linewatch_store_bytes"_s) > 4096);
    }

    void aSpoolWithoutRoomSaysSoLosesNothingAndHeals()
    {
        if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: "_s + missing));
        SmallDisk disk(16);
        if (!disk.problem().isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: "_s + disk.problem()));
        AwayDatabase plant;
        QVERIFY2(plant.start(), plant.log().constData());
        plant.makeDatabase();
        const auto server = plant.node();
        plant.writeSettings("[spool]\nfile=" + disk.path().toUtf8() + "/spool.db\n");
        QVERIFY2(server->start(), server->log().constData());
        plant.setAway(true);
        QCOMPARE(post(*server, 0).status(), 202);
        disk.fill(512);
        const int queued = postUntilRefused(*server, 202, "disk is full");
        QVERIFY(queued > 1);
        QCOMPARE(ApiClient(server->port(), m_contract).get(u"/readyz"_s).status(), 503);
        disk.empty();
        QCOMPARE(post(*server, queued).status(), 202);
        QCOMPARE(ApiClient(server->port(), m_contract).get(u"/readyz"_s).status(), 200);
        disk.fill(); // bringing in must not need room on the node's disk for ever
        plant.setAway(false);
        disk.empty();
        QTRY_COMPARE_WITH_TIMEOUT(
            ApiClient(server->port(), m_contract).get(u"/readyz"_s).object()[u"status"_s].toString(),
            u"ready"_s, 30'000);
        QCOMPARE(plant.ask(u"SELECT count(*) FROM event"_s).toInt(), (queued + 1) * eventsABatch);
        QCOMPARE(plant.wrongMinutes(), 0);
    }

private:
    static constexpr int eventsABatch = 200;

    BatchAnswer post(const ServerProcess &server, int batch)
    {
        QJsonArray events;
        for (int i = 0; i < eventsABatch; ++i)
            events.append(WireEvent(u"E-%1-%2-%3"_s.arg(batch).arg(i).arg(QString(60, u'x')), u"M"_s));
        return ApiClient(server.port(), m_contract).postBatch(events);
    }

    /** Posts batches from 0 on until one is refused for that reason; how many were taken. */
    int postUntilRefused(const ServerProcess &server, int taken, const char *reason)
    {
        for (int batch = 0; batch < 2000; ++batch) {
            const BatchAnswer answer = post(server, batch);
            if (answer.status() == taken)
                continue;
            if (answer.status() != 503 || !answer.detail().contains(QLatin1String(reason)))
                qWarning("refused with %d: %s", answer.status(), qPrintable(answer.detail()));
            return answer.status() == 503 && answer.detail().contains(QLatin1String(reason)) ? batch : -1;
        }
        return -1;
    }

    /** Batches that are in the store. */
    int countOf(const ServerProcess &server)
    {
        const QJsonObject stats = ApiClient(server.port(), m_contract)
                                      .get(u"/stats"_s,
                                           {{u"machineId"_s, u"M"_s},
                                            {u"start"_s, wireTime(TestDay)},
                                            {u"end"_s, wireTime(TestDay + OneHour)}})
                                      .object();
        return stats[u"eventsCount"_s].toInt() / eventsABatch;
    }

    ContractCheck m_contract;
};

LINEWATCH_TEST(FullDiskTest)
#include "tst_fulldisk.moc"
