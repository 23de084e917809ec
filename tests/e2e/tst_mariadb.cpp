// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/metricsof.h"
#include "e2e/simulatorrun.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/mariadbserver.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** linewatchd on a MariaDB server: alone, and two of them on one database. */
class MariaDbTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: "_s + missing));
        m_mariaDb = std::make_unique<MariaDbServer>(m_folder.path());
        QVERIFY2(m_mariaDb->start(), m_mariaDb->log().right(1000).constData());
    }
    void init()
    {
        m_database = u"plant%1"_s.arg(++m_serial);
        QCOMPARE(m_mariaDb->run(u"CREATE DATABASE "_s + m_database), QByteArray());
    }
    void cleanup() { QCOMPARE(m_contract.take(), QStringList()); }

    void theReferenceRunFindsNoDifference()
    {
        const auto server = node();
        QVERIFY2(server->start(), server->log().constData());
        verify({server->url()}, referenceRun);
        QCOMPARE(server->stop(), std::optional(0));
    }

    void twoNodesOnOneDatabaseFindNoDifference()
    {
        const auto first = node();
        const auto second = node();
        QVERIFY2(first->start(), first->log().constData());
        QVERIFY2(second->start(), second->log().constData());
        verify({first->url(), second->url()}, referenceRun);
        verify({second->url(), first->url()}, noisyRun);
        report({first.get(), second.get()});
        QCOMPARE(first->stop(), std::optional(0));
        QCOMPARE(second->stop(), std::optional(0));
    }

    void whatOneNodeAnsweredTheOtherShowsAndCorrects()
    {
        const auto first = node();
        const auto second = node();
        QVERIFY2(first->start(), first->log().constData());
        QVERIFY2(second->start(), second->log().constData());
        ApiClient one(first->port(), m_contract);
        ApiClient two(second->port(), m_contract);
        const WireEvent event(u"E"_s, u"M"_s);
        QCOMPARE(one.postBatch({event}).outcomes(), QStringList{u"ACCEPTED"_s});
        QCOMPARE(two.get(u"/events/E"_s).status(), 200);
        QCOMPARE(two.postBatch({event, WireEvent(event).defects(7)}).outcomes(),
                 (QStringList{u"DEDUPED IDENTICAL"_s, u"UPDATED"_s}));
        QCOMPARE(one.get(u"/events/E"_s).object()[u"version"_s].toInt(), 2);
        QCOMPARE(one.get(u"/machines"_s).items().size(), 1);
    }

    void whatWasAnsweredSurvivesAKillOfTheNode()
    {
        const auto server = node();
        QVERIFY2(server->start(), server->log().constData());
        QCOMPARE(ApiClient(server->port(), m_contract).postBatch({WireEvent(u"E"_s, u"M"_s)}).outcomes(),
                 QStringList{u"ACCEPTED"_s});
        server->kill();
        QVERIFY2(server->start(), server->log().constData());
        ApiClient api(server->port(), m_contract);
        QCOMPARE(api.get(u"/events/E"_s).status(), 200);
        QCOMPARE(api.postBatch({WireEvent(u"E"_s, u"M"_s)}).outcomes(), QStringList{u"DEDUPED IDENTICAL"_s});
    }

    void aKillOfTheDatabaseUnderLoadLosesNothing()
    {
        const auto server = node();
        QVERIFY2(server->start(), server->log().constData());
        auto run = std::async(std::launch::async,
                              [&] { return simulate({server->url()}, u"--events 40000 --connections 8"_s); });
        ApiClient api(server->port(), m_contract);
        const auto accepted = [&] {
            return sumOfSamples(api.request({"GET", "/metrics"}).http.body, u"linewatch_events_total"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(accepted() > 5000, 60'000);
        m_mariaDb->kill();
        QVERIFY2(m_mariaDb->start(), m_mariaDb->log().right(1000).constData());
        const ProgramRun result = run.get();
        QVERIFY2(result.finished && result.exitCode == 0,
                 (result.output + result.error).right(4000).constData());
        report({server.get()});
        QTRY_COMPARE(api.get(u"/readyz"_s).status(), 200);
        QCOMPARE(server->stop(), std::optional(0));
    }

    void withoutItsDatabaseItQueuesAndEndsInOrder()
    {
        const auto server = node();
        QVERIFY2(server->start(), server->log().constData());
        m_mariaDb->stop();
        ApiClient api(server->port(), m_contract);
        QCOMPARE(api.postBatch({WireEvent(u"E"_s, u"M"_s)}).status(), 202);
        QCOMPARE(api.get(u"/events/E"_s).status(), 503);
        QCOMPARE(api.get(u"/readyz"_s).status(), 200);
        QCOMPARE(api.get(u"/healthz"_s).status(), 200);
        QCOMPARE(server->stop(), std::optional(0));
        QVERIFY2(m_mariaDb->start(), m_mariaDb->log().right(1000).constData());
    }

    void whatCannotBeOpenedEndsItWithTwo_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("nobody listens") << u"mysql://root@127.0.0.1:%1/plant"_s.arg(freePort())
                                        << QByteArray("cannot open MySQL plant at");
        QTest::newRow("no such database") << m_mariaDb->url(u"nowhere"_s) << QByteArray("Unknown database");
        QTest::newRow("no such user")
            << u"mysql://nobody@127.0.0.1:%1/%2"_s.arg(m_mariaDb->port()).arg(u"mysql"_s)
            << QByteArray("Access denied");
        QTest::newRow("a password in the URL")
            << u"mysql://root:secret@127.0.0.1:%1/plant"_s.arg(m_mariaDb->port())
            << QByteArray("LINEWATCH_DB_PASSWORD");
    }
    void whatCannotBeOpenedEndsItWithTwo()
    {
        QFETCH(const QString, url);
        QFETCH(const QByteArray, says);
        const ProgramRun run = runProgram(QStringLiteral(LINEWATCHD_FILE),
                                          {u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, url},
                                          isolatedEnvironment(m_folder.path()));
        QVERIFY(run.finished);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.error.contains(says), run.error.constData());
        QVERIFY(!run.error.contains("secret"));
        QCOMPARE(run.error.count('\n'), 1);
    }

    void thePasswordComesFromTheEnvironment()
    {
        m_mariaDb->run(u"CREATE USER plant@'%' IDENTIFIED BY 'p;w=1'; GRANT ALL ON *.* TO plant@'%'"_s);
        ServerProcess server(m_folder.path());
        server.setDatabase(u"mysql://plant@127.0.0.1:%1/%2"_s.arg(m_mariaDb->port()).arg(m_database));
        QVERIFY(!server.start());
        server.setVariable(u"LINEWATCH_DB_PASSWORD"_s, u"p;w=1"_s);
        QVERIFY2(server.start(), server.log().constData());
    }

    void aDatabaseOfANewerVersionIsRefused()
    {
        {
            const auto server = node();
            QVERIFY2(server->start(), server->log().constData());
        }
        m_mariaDb->run(u"INSERT INTO schema_step VALUES (999, 0)"_s, m_database);
        const ProgramRun run =
            runProgram(QStringLiteral(LINEWATCHD_FILE), {u"--database"_s, m_mariaDb->url(m_database)},
                       isolatedEnvironment(m_folder.path()));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.error.contains("newer version"), run.error.constData());
    }

    void anExportReadsIt()
    {
        const auto server = node();
        QVERIFY2(server->start(), server->log().constData());
        ApiClient(server->port(), m_contract).postBatch({WireEvent(u"E"_s, u"M"_s)});
        const ProgramRun run = runProgram(QStringLiteral(LINEWATCHD_FILE),
                                          {u"export"_s, u"events"_s, u"--database"_s,
                                           m_mariaDb->url(m_database), u"--from"_s, u"2000-01-01T00:00:00Z"_s,
                                           u"--to"_s, u"2100-01-01T00:00:00Z"_s, u"--output"_s, u"-"_s},
                                          isolatedEnvironment(m_folder.path()));
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QCOMPARE(run.output.count('\n'), 2);
    }

private:
    static constexpr const char *referenceRun = "--machines 200 --lines 8 --events 60000 --connections 16 "
                                                "--duplicates 5 --corrections 3 --reorder 2 --skew 1"
                                                " --invalid 1 --seed 1";
    static constexpr const char *noisyRun =
        "--machines 7 --lines 2 --events 5000 --connections 6 --batch 37 --duplicates 30 --corrections 30"
        " --reorder 20 --skew 10 --invalid 10 --seed 2";

    std::unique_ptr<ServerProcess> node()
    {
        const QString folder = m_folder.filePath(u"node%1"_s.arg(++m_nodes)); // and so a spool of its own
        QDir().mkpath(folder);
        auto server = std::make_unique<ServerProcess>(folder);
        server->setDatabase(m_mariaDb->url(m_database));
        return server;
    }

    ProgramRun simulate(const QList<QUrl> &urls, const QString &arguments)
    {
        return runSimulator(urls, m_folder.path(), arguments.split(u' '));
    }

    void verify(const QList<QUrl> &urls, const char *arguments)
    {
        const ProgramRun run = simulate(urls, QString::fromLatin1(arguments));
        QVERIFY2(run.finished && run.exitCode == 0, (run.output + run.error).right(4000).constData());
    }

    /** What the nodes saw of each other. */
    void report(const std::vector<ServerProcess *> &servers)
    {
        for (ServerProcess *server : servers) {
            const QByteArray metrics =
                ApiClient(server->port(), m_contract).request({"GET", "/metrics"}).http.body;
            qInfo("%lld conflicts, %lld retries",
                  static_cast<long long>(sumOfSamples(metrics, u"linewatch_write_conflicts_total"_s)),
                  static_cast<long long>(sumOfSamples(metrics, u"linewatch_transaction_retries_total"_s)));
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MariaDbServer> m_mariaDb;
    QString m_database;
    int m_serial = 0;
    int m_nodes = 0;
    ContractCheck m_contract;
};

LINEWATCH_TEST(MariaDbTest)
#include "tst_mariadb.moc"
