// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/programrun.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** What `linewatchd check --config` says of a settings file, and what a start says of the same. */
class CheckSettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aGoodFileIsGoodAndNoStoreIsTouched()
    {
        const QString store = m_folder->filePath(u"a/b.db"_s);
        write("[store]\ndatabase=sqlite:" + store.toUtf8() + "\n[limits]\nidleSeconds=5\n");
        const ProgramRun checked = check();
        QCOMPARE(checked.exitCode, 0);
        QCOMPARE(checked.error, QByteArray());
        QCOMPARE(checked.output, m_file.toUtf8() + ": nothing is wrong\n");
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"a"_s)));
    }

    void eachFaultIsNamedWithItsLine()
    {
        write("[server]\nlisten=0.0.0.0:80\n[limits]\nidleSecond=5\nbodyBytes=1\n");
        const ProgramRun checked = check();
        QCOMPARE(checked.exitCode, 1);
        const QList<QByteArray> lines = checked.output.split('\n');
        QCOMPARE(lines.size(), 4);
        const QByteArray file = m_file.toUtf8();
        QVERIFY2(lines[0].startsWith(file + ":2: refusing to listen on 0.0.0.0"), lines[0].constData());
        QCOMPARE(lines[1],
                 file
                     + ":4: warning: there is no setting limits/idleSecond; did you mean limits/idleSeconds?"
                       " Correct or remove it");
        QVERIFY2(lines[2].startsWith(file + ":5: the setting limits/bodyBytes is a whole number from 1024"),
                 lines[2].constData());
    }

    void aFileThatCannotBeReadEndsWithTwo()
    {
        const ProgramRun checked = run({u"check"_s, u"--config"_s, u"/no/such.ini"_s});
        QCOMPARE(checked.exitCode, 2);
        QCOMPARE(checked.error.count('\n'), 1);
        QVERIFY(checked.error.contains("/no/such.ini"));
    }

    void withStoreTheStoreIsCheckedAfterTheFile()
    {
        ServerProcess server(m_folder->path());
        QVERIFY2(server.start(), server.log().constData());
        QCOMPARE(server.stop(), std::optional(0));
        const QByteArray named = "[store]\ndatabase=sqlite:" + server.storeFile().toUtf8() + '\n';
        write(named);
        for (const QStringList &options :
             {QStringList{u"--store"_s}, QStringList{u"--database"_s, u"sqlite:"_s + server.storeFile()}}) {
            const ProgramRun both = check(options);
            QVERIFY2(both.exitCode == 0, (both.output + both.error).constData());
            QVERIFY(both.output.indexOf("nothing is wrong") < both.output.indexOf("pages of the file"));
            QVERIFY(both.output.contains("pages of the file"));
        }
        write(named + "[limits]\nidleSecond=5\n");
        const ProgramRun warned = check({u"--store"_s});
        QCOMPARE(warned.exitCode, 1);
        QVERIFY(warned.output.contains("pages of the file"));
        const ProgramRun noDatabase = check({u"--database"_s, u"nonsense"_s});
        QCOMPARE(noDatabase.exitCode, 2);
        QVERIFY(noDatabase.error.contains("names no database"));
    }

    void aStartNamesUnknownKeysAndGoesOn()
    {
        write("[limits]\nidleSecond=5\n");
        ServerProcess server(m_folder->path());
        QVERIFY2(server.start({u"--config"_s, m_file}), server.log().constData());
        QVERIFY2(server.log().contains("linewatchd: warning: " + m_file.toUtf8()
                                       + ": there is no setting limits/idleSecond; did you mean"
                                         " limits/idleSeconds?\n"),
                 server.log().constData());
        QCOMPARE(server.stop(), std::optional(0));
    }

    void thresholdsOfTheFileCount()
    {
        for (const char *threshold : {"1", "1000"}) {
            write(QByteArray("[thresholds]\ndefectsPerHour=") + threshold + '\n');
            ContractCheck contract;
            ServerProcess server(m_folder->path());
            QVERIFY2(server.start({u"--config"_s, m_file}), server.log().constData());
            ApiClient api(server.port(), contract);
            QCOMPARE(api.postBatch({WireEvent(u"E"_s, u"M"_s).defects(5)}).status(), 200);
            const QJsonObject stats = api.get(u"/stats"_s,
                                              {{u"machineId"_s, u"M"_s},
                                               {u"start"_s, u"2026-01-15T00:00:00Z"_s},
                                               {u"end"_s, u"2026-01-15T01:00:00Z"_s}})
                                          .object();
            QCOMPARE(stats[u"defectsCount"_s].toInt(), 5);
            QCOMPARE(stats[u"status"_s].toString(),
                     QByteArray(threshold) == "1" ? u"Warning"_s : u"Healthy"_s);
            QCOMPARE(server.stop(), std::optional(0));
            QCOMPARE(contract.take(), QStringList());
        }
    }

    void aStartRefusesBadValues()
    {
        write("[thresholds]\nsilentMinutes=0\n");
        const ProgramRun refused = run({u"--config"_s, m_file, u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(refused.exitCode, 2);
        QCOMPARE(refused.error.count('\n'), 1);
        QVERIFY2(refused.error.contains("thresholds/silentMinutes"), refused.error.constData());
    }

private:
    void write(const QByteArray &text)
    {
        m_file = m_folder->filePath(u"my.ini"_s);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    ProgramRun run(const QStringList &arguments) const
    {
        return runProgram(QStringLiteral(LINEWATCHD_FILE), arguments, isolatedEnvironment(m_folder->path()));
    }
    ProgramRun check(const QStringList &further = {}) const
    {
        return run(QStringList{u"check"_s, u"--config"_s, m_file} + further);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

LINEWATCH_TEST(CheckSettingsTest)
#include "tst_checksettings.moc"
