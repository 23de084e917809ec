// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/awaydatabase.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/**
 * A node that is killed right before each of the calls that write to its spool or speak to its database
 * (support/killswitch.cpp): nothing that was answered is lost, and nothing comes in twice.
 */
class SpoolKillsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_plant.startOrSkip();
        if (m_plant.isStarted())
            fillSpool();
    }
    void cleanup() { QCOMPARE(m_contract.take(), QStringList()); }

    void whileItBringsBatchesIn()
    {
        int at = 1;
        for (bool wasKilled = true; wasKilled; at = after(at)) {
            newNode(at);
            m_plant.setAway(false);
            const bool started = m_node->start();
            QTRY_VERIFY_WITH_TIMEOUT(!m_node->isRunning() || (started && isReady()), 30'000);
            wasKilled = !m_node->isRunning();
            if (wasKilled)
                startAgain();
            QTRY_VERIFY_WITH_TIMEOUT(isReady(), 30'000);
            checkDatabase(u"killed at call %1"_s.arg(at), batchesAtFirst);
            QCOMPARE(m_plant.ask(u"SELECT count(*) FROM rejected_event"_s).toInt(), batchesAtFirst);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("the last of the calls is before number %d", at);
        QVERIFY(at > 20);
    }

    void whileItTakesBatchesIn()
    {
        int at = 1;
        for (bool wasKilled = true; wasKilled; at = after(at)) {
            newNode(at);
            m_plant.setAway(true);
            if (!m_node->start())
                startAgain();
            for (int batch = batchesAtFirst; batch < batchesInAll; ++batch) {
                while (ApiClient(m_node->port(), m_contract).postBatch(contentOf(batch)).status() != 202) {
                    m_contract.take(); // that it went away while it answered
                    startAgain();
                }
            }
            m_plant.setAway(false);
            QTRY_VERIFY_WITH_TIMEOUT(!m_node->isRunning() || isReady(), 30'000);
            if (!m_node->isRunning()) // it was to die later than that
                startAgain();
            wasKilled = m_wasStartedAgain;
            QTRY_VERIFY2_WITH_TIMEOUT(isReady(), notReady(at).constData(), 30'000);
            checkDatabase(u"killed at call %1"_s.arg(at), batchesInAll);
            const int rejected = m_plant.ask(u"SELECT count(*) FROM rejected_event"_s).toInt();
            // A batch that was kept and not answered was sent again.
            QVERIFY(rejected == batchesInAll || (wasKilled && rejected == batchesInAll + 1));
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("the last of the calls is before number %d", at);
        QVERIFY(at > 10);
    }

private:
    static constexpr int batchesAtFirst = 3;
    static constexpr int batchesInAll = 5;

    /** Each of the first calls, then ever fewer: there are hundreds, and a start takes its time. */
    static int after(int at) { return at + 1 + at / 5; }

    /** Each batch brings an event, corrects the one before, repeats the first, and has one that is broken. */
    static QJsonArray contentOf(int batch)
    {
        const auto event = [](int number) {
            return WireEvent(u"E-%1"_s.arg(number), u"M-%1"_s.arg(number % 2));
        };
        QJsonArray content{event(batch), event(0), WireEvent(u"broken"_s, u"M"_s).lasting(-1)};
        if (batch > 1)
            content.append(event(batch - 1).defects(batch));
        return content;
    }

    /** The spool that every node begins with; its database has its tables, and nothing in them. */
    void fillSpool()
    {
        const auto node = m_plant.node();
        QVERIFY2(node->start(), node->log().constData());
        m_plant.setAway(true);
        for (int batch = 0; batch < batchesAtFirst; ++batch)
            QCOMPARE(ApiClient(node->port(), m_contract).postBatch(contentOf(batch)).status(), 202);
        QCOMPARE(node->stop(), std::optional(0));
        m_spool = m_plant.spoolFile();
    }

    /** Not started; dies at that call. */
    void newNode(int at)
    {
        m_plant.emptyDatabase();
        m_node = m_plant.node();
        QDir().mkpath(QFileInfo(m_plant.spoolFile()).path());
        QVERIFY(QFile::copy(m_spool, m_plant.spoolFile()));
        m_node->setVariable(u"LD_PRELOAD"_s, QStringLiteral(LINEWATCH_KILLSWITCH_FILE));
        m_node->setVariable(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
        m_node->setVariable(u"LINEWATCH_KILL_FILE"_s, u"spool.db"_s);
        m_node->setVariable(u"LINEWATCH_KILL_PORT"_s, QString::number(m_plant.wirePort()));
        m_node->setVariable(u"LINEWATCH_KILL_AT"_s, QString::number(at));
        m_wasStartedAgain = false;
    }

    /** To live this time. */
    void startAgain()
    {
        m_node->kill();
        m_node->setVariable(u"LINEWATCH_KILL_AT"_s, u"0"_s);
        QVERIFY2(m_node->start(), m_node->log().constData());
        m_wasStartedAgain = true;
    }

    bool isReady()
    {
        const ApiAnswer answer = ApiClient(m_node->port(), m_contract).get(u"/readyz"_s);
        if (answer.status() == 0)
            m_contract.take(); // it has just been killed
        return answer.object()[u"status"_s].toString() == u"ready"_s;
    }

    QByteArray notReady(int at)
    {
        return "killed at call " + QByteArray::number(at) + ": "
            + ApiClient(m_node->port(), m_contract).get(u"/readyz"_s).http.body + m_node->log();
    }

    void checkDatabase(const QString &when, int batches)
    {
        const QByteArray found =
            m_plant.ask(u"SELECT (SELECT count(*) FROM event), (SELECT sum(version) FROM event),"
                        " (SELECT count(*) FROM event_revision),"
                        " (SELECT sum(events) FROM line_bucket WHERE bucket_width = 86400)"_s);
        const int corrected = batches - 2;
        const QByteArray expected =
            u"%1\t%2\t%3\t%1"_s.arg(batches).arg(batches + corrected).arg(corrected).toLatin1();
        QVERIFY2(found == expected, qPrintable(when + u": "_s + QString::fromLatin1(found)));
        QVERIFY2(m_plant.wrongMinutes() == 0, qPrintable(when));
    }

    AwayDatabase m_plant;
    QString m_spool;
    std::unique_ptr<ServerProcess> m_node;
    bool m_wasStartedAgain = false;
    ContractCheck m_contract;
};

LINEWATCH_TEST(SpoolKillsTest)
#include "tst_spoolkills.moc"
