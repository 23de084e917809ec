// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/firstversion.h"
#include "storage/required.h"
#include "storage/sqlconnection.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/programrun.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;

/**
 * A node that is killed right before each of the calls that write its store, or speak to its database, while
 * it brings a store of the first version to the newest (support/killswitch.cpp): the next start finishes it.
 */
class MigrationKillsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEnginesAndNodes(); }

    void theNextStartFinishesIt()
    {
        QFETCH_GLOBAL(const Engine, engine);
        QFETCH_GLOBAL(const int, nodes);
        if (nodes > 1)
            QSKIP("one node at a time");
        int at = 1;
        for (bool wasKilled = true; wasKilled; at = after(at)) {
            const DatabaseUrl url = makeOldStore(engine);
            const QTemporaryDir folder;
            ServerProcess node(folder.path());
            node.setDatabase(url.urlText());
            node.setVariable(u"LD_PRELOAD"_s, QStringLiteral(LINEWATCH_KILLSWITCH_FILE));
            node.setVariable(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
            if (url.mysql)
                node.setVariable(u"LINEWATCH_KILL_PORT"_s, QString::number(url.mysql->hosts.first().port));
            else
                node.setVariable(u"LINEWATCH_KILL_FILE"_s, QFileInfo(url.sqlitePath).fileName());
            node.setVariable(u"LINEWATCH_KILL_AT"_s, QString::number(at));
            wasKilled = !node.start();
            QVERIFY2(!wasKilled || !node.isRunning(), node.log().constData());
            node.kill(); // or it would die of what it writes when the store is migrated
            node.setVariable(u"LINEWATCH_KILL_AT"_s, u"0"_s);
            QVERIFY2(node.start(), "killed at call " + QByteArray::number(at) + ": " + node.log());
            checkEvents(node.port());
            QCOMPARE(node.stop(), std::optional(0));
            checkStore(folder.path(), url, at);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("the last of the calls is before number %d", at);
        QVERIFY(at > 20);
    }

private:
    /** Each of the first calls, then ever fewer. */
    static int after(int at) { return at + 1 + at / 8; }

    DatabaseUrl makeOldStore(Engine engine)
    {
        const DatabaseUrl url = m_engines.makeDatabase(engine);
        const std::unique_ptr<SqlDialect> dialect = TestEngines::dialectOf(url);
        const auto connection = required(SqlConnection::open(*dialect, SqlConnection::Access::ReadWrite));
        if (const Result<void> made = makeFirstVersion(*connection, *dialect, engine); !made)
            qFatal("%s", qPrintable(made.failure().message));
        return url;
    }

    static void checkEvents(quint16 port)
    {
        ContractCheck contract;
        ApiClient client(port, contract);
        for (const char *id : FirstVersionIds) {
            const ApiAnswer answer = client.get(u"/events/"_s + QLatin1String(id));
            QCOMPARE(answer.status(), 200);
            QCOMPARE(answer.object()[u"version"_s].toInt(), std::strlen(id) > 3 ? 2 : 1);
        }
        QCOMPARE(contract.take(), QStringList());
    }

    /** Its sums, keys and ids are what its events add up to. */
    static void checkStore(const QString &folder, const DatabaseUrl &url, int at)
    {
        const ProgramRun checked =
            runProgram(QStringLiteral(LINEWATCHD_FILE), {u"check"_s, u"--database"_s, url.urlText()},
                       isolatedEnvironment(folder));
        QVERIFY2(checked.exitCode == 0,
                 "killed at call " + QByteArray::number(at) + ": " + checked.output + checked.error);
    }

    TestEngines m_engines;
};

LINEWATCH_TEST(MigrationKillsTest)
#include "tst_migrationkills.moc"
