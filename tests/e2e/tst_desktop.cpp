// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/simulatorrun.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** `linewatch`, the desktop, without a screen: it serves like linewatchd does. */
class DesktopTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QCOMPARE(m_contract.take(), QStringList()); }

    void theSimulatorFindsNoDifference()
    {
        ServerProcess desktop(m_folder->path(), program());
        QVERIFY2(desktop.start(), desktop.log().constData());
        const ProgramRun run =
            runSimulator({desktop.url()}, m_folder->path(),
                         {u"--machines"_s, u"20"_s, u"--lines"_s, u"4"_s, u"--events"_s, u"10000"_s,
                          u"--connections"_s, u"8"_s, u"--duplicates"_s, u"5"_s, u"--corrections"_s, u"3"_s,
                          u"--reorder"_s, u"2"_s, u"--skew"_s, u"1"_s, u"--invalid"_s, u"1"_s});
        QVERIFY2(run.finished && run.exitCode == 0, (run.output + run.error).right(4000).constData());
        QCOMPARE(desktop.stop(), std::optional(0));
    }

    void whatItAnsweredSurvivesAKill()
    {
        ServerProcess desktop(m_folder->path(), program());
        QVERIFY2(desktop.start(), desktop.log().constData());
        QCOMPARE(ApiClient(desktop.port(), m_contract).postBatch({WireEvent(u"E"_s, u"M"_s)}).outcomes(),
                 QStringList{u"ACCEPTED"_s});
        desktop.kill();
        QVERIFY2(desktop.start(), desktop.log().constData());
        QCOMPARE(ApiClient(desktop.port(), m_contract).get(u"/events/E"_s).status(), 200);
        QCOMPARE(desktop.stop(), std::optional(0));
    }

    void aStoreInUseEndsItWithTwo()
    {
        ServerProcess server(m_folder->path());
        QVERIFY2(server.start(), server.log().constData());
        const ProgramRun run = runProgram(
            program(), {u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + server.storeFile()},
            isolatedEnvironment(m_folder->path()));
        QVERIFY(run.finished);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.error.contains(server.storeFile().toUtf8()), run.error.constData());
    }

    void aLinkOpensTheWindowThere()
    {
        ServerProcess desktop(m_folder->path(), program());
        QVERIFY2(desktop.start({u"linewatch://machine/M-103"_s}), desktop.log().constData());
        QTRY_COMPARE(place(), u"linewatch://machine/M-103"_s);
        QCOMPARE(desktop.stop(), std::optional(0));
    }

    void aLinkGoesToTheWindowThatRuns()
    {
        ServerProcess desktop(m_folder->path(), program());
        QVERIFY2(desktop.start(), desktop.log().constData());
        const ProgramRun named = runProgram(
            program(), {u"--database"_s, u"sqlite:"_s + desktop.storeFile(), u"linewatch://line/Line%201"_s},
            isolatedEnvironment(m_folder->path()));
        QVERIFY(named.finished);
        QVERIFY2(named.exitCode == 0, named.error.constData());
        QTRY_COMPARE(place(), u"linewatch://line/Line%201"_s);
        // As a browser starts it, without an option.
        const ProgramRun bare = runProgram(program(), {u"linewatch://events?list=rejected"_s},
                                           isolatedEnvironment(m_folder->path()));
        QVERIFY2(bare.finished && bare.exitCode == 0, bare.error.constData());
        QTRY_COMPARE(place(), u"linewatch://events?list=rejected"_s);
        QCOMPARE(desktop.stop(), std::optional(0));
    }

    void aKilledWindowDoesNotKeepLinks()
    {
        ServerProcess desktop(m_folder->path(), program());
        QVERIFY2(desktop.start(), desktop.log().constData());
        desktop.kill();
        QVERIFY2(desktop.start({u"linewatch://machine/M-7"_s}), desktop.log().constData());
        QTRY_COMPARE(place(), u"linewatch://machine/M-7"_s);
        const ProgramRun run =
            runProgram(program(), {u"linewatch://lines"_s}, isolatedEnvironment(m_folder->path()));
        QVERIFY2(run.finished && run.exitCode == 0, run.error.constData());
        QTRY_COMPARE(place(), u"linewatch://lines"_s);
        QCOMPARE(desktop.stop(), std::optional(0));
    }

    void aWindowStartedTwiceWithoutALinkIsRefused()
    {
        ServerProcess desktop(m_folder->path(), program());
        QVERIFY2(desktop.start(), desktop.log().constData());
        const ProgramRun run = runProgram(
            program(), {u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + desktop.storeFile()},
            isolatedEnvironment(m_folder->path()));
        QVERIFY(run.finished);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(desktop.stop(), std::optional(0));
    }

    void whatIsNoLinkIsRefused()
    {
        for (const QStringList &words : {QStringList{u"machine/M-1"_s}, QStringList{u"https://machine"_s},
                                         QStringList{u"linewatch://lines"_s, u"linewatch://machines"_s}}) {
            const ProgramRun run = runProgram(program(), words, isolatedEnvironment(m_folder->path()));
            QVERIFY(run.finished);
            QCOMPARE(run.exitCode, 2);
            QVERIFY2(run.error.contains(words.last().toUtf8()), run.error.constData());
        }
    }

private:
    /** Where the window is, as it keeps it for the next start. */
    QString place() const
    {
        const QSettings settings(m_folder->filePath(u"config/linewatch/window.ini"_s), QSettings::IniFormat);
        return settings.value(u"window/place"_s).toUrl().toString(QUrl::FullyEncoded);
    }
    static QString program() { return QStringLiteral(LINEWATCH_DESKTOP_FILE); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ContractCheck m_contract;
};

LINEWATCH_TEST(DesktopTest)
#include "tst_desktop.moc"
