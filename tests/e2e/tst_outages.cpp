// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/awaydatabase.h"
#include "e2e/metricsof.h"
#include "e2e/simulatorrun.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** A database that goes away again and again while a plant posts. */
class OutagesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_plant.startOrSkip(); }

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

    /** Long enough to tell it from one that is busy; short enough for who posts to wait for the answer. */
    void aServerThatHangsIsWaitedForOnceAndThenBatchesGoToTheSpool()
    {
        m_plant.makeDatabase();
        const auto node = m_plant.node();
        QVERIFY2(node->start(), node->log().constData());
        ContractCheck contract;
        ApiClient client(node->port(), contract);
        int events = 0;
        const auto post = [&] {
            return client.postBatch({WireEvent(u"H-%1"_s.arg(++events), u"M-1"_s)}).status();
        };
        QCOMPARE(post(), 200);
        m_plant.server().setSilent(true);
        const auto thaw = qScopeGuard([&] { m_plant.server().setSilent(false); });
        QElapsedTimer time;
        time.start();
        QCOMPARE(post(), 202);
        QVERIFY2(time.elapsed() < 60'000, qPrintable(QString::number(time.elapsed())));
        qInfo("a server that hangs: the first batch is answered after %.1f s", double(time.elapsed()) / 1000);
        for (; events < 20; QTest::qWait(500)) {
            time.start();
            QCOMPARE(post(), 202);
            if (time.elapsed() > 1'000)
                qInfo("batch %d is answered after %.1f s", events, double(time.elapsed()) / 1000);
            QVERIFY2(time.elapsed() < 15'000, qPrintable(QString::number(time.elapsed())));
        }
        m_plant.server().setSilent(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_plant.ask(u"SELECT count(*) FROM event"_s), QByteArray("20"), 60'000);
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

LINEWATCH_TEST(OutagesTest)
#include "tst_outages.moc"
