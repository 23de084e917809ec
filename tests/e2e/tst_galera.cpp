// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/metricsof.h"
#include "e2e/simulatorrun.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/galeracluster.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** Two linewatchd on a Galera cluster of three servers, of which one dies under load and comes back. */
class GaleraTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString missing = GaleraCluster::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: "_s + missing));
        QVERIFY2(m_cluster.start(), m_cluster.log().constData());
        QCOMPARE(m_cluster.server(0).run(u"CREATE DATABASE plant"_s), QByteArray());
    }
    void cleanup() { QCOMPARE(m_contract.take(), QStringList()); }

    void aServerThatDiesUnderLoadAndComesBackCostsNothing()
    {
        // Each node has a server of its own to begin with, so that they meet in the cluster and not before.
        const auto first = node({0, 1, 2});
        const auto second = node({1, 2, 0});
        QVERIFY2(first->start(), first->log().constData());
        QVERIFY2(second->start(), second->log().constData());
        auto run = std::async(std::launch::async, [&] {
            return runSimulator({first->url(), second->url()}, m_folder.path(), load.split(u' '));
        });
        QTRY_VERIFY_WITH_TIMEOUT(eventsOf(*first) > 3000 && eventsOf(*second) > 3000, 60'000);
        m_cluster.server(0).kill();
        const qint64 atKill = eventsOf(*first);
        QTRY_VERIFY_WITH_TIMEOUT(eventsOf(*first) > atKill + 1000, 120'000); // over another server now
        QVERIFY2(m_cluster.rejoin(0), m_cluster.log().constData());
        const ProgramRun result = run.get();
        QVERIFY2(result.finished && result.exitCode == 0,
                 (result.output + result.error).right(4000).constData());
        for (const auto *each : {&first, &second}) {
            const QByteArray metrics = metricsOf(**each);
            qInfo("%lld events, %lld conflicts, %lld retries", static_cast<long long>(eventsOf(**each)),
                  static_cast<long long>(sumOfSamples(metrics, u"linewatch_write_conflicts_total"_s)),
                  static_cast<long long>(sumOfSamples(metrics, u"linewatch_transaction_retries_total"_s)));
            QCOMPARE((*each)->stop(), std::optional(0));
        }
        compareServers();
    }

private:
    inline static const QString load =
        u"--machines 50 --lines 5 --rate 2000 --duration 40 --batch 50 --connections 8 --duplicates 5"
        " --corrections 3 --reorder 2 --skew 1 --invalid 1 --seed 3"_s;

    std::unique_ptr<ServerProcess> node(const std::vector<std::size_t> &order)
    {
        const QString folder = m_folder.filePath(u"node%1"_s.arg(++m_nodes)); // and so a spool of its own
        QDir().mkpath(folder);
        auto server = std::make_unique<ServerProcess>(folder);
        server->setDatabase(m_cluster.url(u"plant"_s, order));
        return server;
    }

    QByteArray metricsOf(const ServerProcess &server)
    {
        return ApiClient(server.port(), m_contract).request({"GET", "/metrics"}).http.body;
    }
    qint64 eventsOf(const ServerProcess &server)
    {
        return sumOfSamples(metricsOf(server), u"linewatch_events_total"_s);
    }

    /** Also the one that came back has all of it. */
    void compareServers()
    {
        for (const QString &table :
             {u"event"_s, u"event_revision"_s, u"rollup_bucket"_s, u"line_bucket"_s, u"rejected_event"_s}) {
            const QString question = u"CHECKSUM TABLE "_s + table;
            const QByteArray expected = m_cluster.server(1).run(question, u"plant"_s);
            QVERIFY(expected.startsWith("plant." + table.toUtf8()));
            for (const std::size_t server : {0, 2})
                QTRY_COMPARE(m_cluster.server(server).run(question, u"plant"_s), expected);
        }
    }

    QTemporaryDir m_folder;
    int m_nodes = 0;
    GaleraCluster m_cluster{3};
    ContractCheck m_contract;
};

LINEWATCH_TEST(GaleraTest)
#include "tst_galera.moc"
