// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/awaydatabase.h"
#include "e2e/metricsof.h"
#include "e2e/simulatorrun.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"

#include <QTest>

#include <future>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** A database that goes away again and again while a plant posts. */
class OutagesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: "_s + missing));
        QVERIFY2(m_plant.start(), m_plant.log().constData());
        m_plant.makeDatabase();
    }

    void twentyOutagesCostNothing()
    {
        const auto node = m_plant.node();
        QVERIFY2(node->start(), node->log().constData());
        std::atomic<bool> isOver = false;
        auto run = std::async(std::launch::async, [&] {
            const ProgramRun result = runSimulator({node->url()}, m_folder.path(), load.split(u' '));
            isOver = true;
            return result;
        });
        ContractCheck contract;
        const auto metric = [&](const QString &name) {
            return sumOfSamples(ApiClient(node->port(), contract).request({"GET", "/metrics"}).http.body,
                                name);
        };
        int outages = 0;
        qint64 known = 0;
        for (; outages < 20 && !isOver; ++outages) {
            // Until it has committed again, so that each outage meets a node that has found back.
            QTRY_VERIFY_WITH_TIMEOUT(metric(u"linewatch_events_total"_s) > known || isOver, 60'000);
            if (outages % 2 == 0)
                m_plant.server().stop();
            else
                m_plant.server().kill();
            const qint64 spooled = metric(u"linewatch_spooled_events_total"_s);
            QTRY_VERIFY_WITH_TIMEOUT(metric(u"linewatch_spooled_events_total"_s) > spooled || isOver, 60'000);
            known = metric(u"linewatch_events_total"_s);
            QVERIFY2(m_plant.server().start(), m_plant.log().constData());
        }
        QCOMPARE(outages, 20);
        const ProgramRun result = run.get();
        QVERIFY2(result.finished && result.exitCode == 0,
                 (result.output + result.error).right(4000).constData());
        qInfo("%lld of %lld events waited in the spool",
              static_cast<long long>(metric(u"linewatch_spooled_events_total"_s)),
              static_cast<long long>(metric(u"linewatch_events_total"_s)));
        QCOMPARE(m_plant.wrongMinutes(), 0);
        QCOMPARE(contract.take(), QStringList());
        QCOMPARE(node->stop(), std::optional(0));
    }

private:
    inline static const QString load =
        u"--machines 50 --lines 5 --rate 1000 --duration 150 --batch 20 --connections 8 --duplicates 5"
        " --corrections 3 --reorder 2 --skew 1 --invalid 1 --seed 6"_s;

    QTemporaryDir m_folder;
    AwayDatabase m_plant;
};

QTEST_GUILESS_MAIN(OutagesTest)
#include "tst_outages.moc"
