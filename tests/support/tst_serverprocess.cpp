// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/programrun.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch::test;

/** Against small shell scripts that behave, or misbehave, as a server may. */
class ServerProcessTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void waitsForTheLineAndStopsInOrder()
    {
        ServerProcess server(m_folder->path(),
                             script("echo 'my log' >&2\n"
                                    "sleep 1000 &\n"
                                    "trap 'kill $!; exit 0' TERM\n"
                                    "echo 'listening on http://127.0.0.1:4711'\n"
                                    "wait\n"));
        QVERIFY(server.start());
        QCOMPARE(server.port(), 4711);
        QCOMPARE(server.url(), QUrl(QStringLiteral("http://127.0.0.1:4711")));
        QVERIFY(server.isRunning());
        QCOMPARE(server.stop(), std::optional(0));
        QVERIFY(!server.isRunning());
        QCOMPARE(server.log(), "my log\n");
    }

    void anExitCodeIsSeenAndTheLogKept()
    {
        ServerProcess server(m_folder->path(), script("echo 'bad option' >&2; exit 2\n"));
        QVERIFY(!server.start());
        QCOMPARE(server.waitForExit(), std::optional(2));
        QVERIFY(!server.start());
        QCOMPARE(server.log(), "bad option\nbad option\n");
    }

    void moreThanTheLineIsNoStart()
    {
        ServerProcess server(m_folder->path(),
                             script("echo 'welcome'; echo 'listening on http://127.0.0.1:4711'\n"));
        QVERIFY(!server.start());
    }

    void aKilledServerHasNoExitCode()
    {
        ServerProcess server(m_folder->path(),
                             script("echo 'listening on http://127.0.0.1:1'\nexec sleep 1000\n"));
        QVERIFY(server.start());
        server.kill();
        QCOMPARE(server.waitForExit(), std::nullopt);
    }

    void theStoreAndAFreePortAreGiven()
    {
        ServerProcess server(m_folder->path(), script("echo \"$@\" >&2; exit 2\n"));
        QVERIFY(!server.start({QStringLiteral("--more")}));
        QCOMPARE(server.log(),
                 "--listen 127.0.0.1:0 --database sqlite:" + server.storeFile().toUtf8() + " --more\n");
    }

    void programsFindNothingOfTheUsers()
    {
        const ProgramRun run = runProgram(script("cat; echo $HOME $XDG_DATA_HOME >&2; exit 3\n"), {},
                                          isolatedEnvironment(m_folder->path()), "input");
        QVERIFY(run.finished);
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.output, "input");
        QVERIFY(run.error.startsWith(m_folder->path().toUtf8()));
    }

    void aProgramThatIsNotThereSaysSo()
    {
        const ProgramRun run = runProgram(m_folder->filePath(QStringLiteral("nothing")), {}, {});
        QVERIFY(!run.finished);
        QVERIFY(!run.error.isEmpty());
    }

    void promtoolTellsGoodMetricsFromBad()
    {
        QCOMPARE(promtoolFaults("# HELP a_total Things.\n# TYPE a_total counter\na_total 1\n"), QString());
        QVERIFY(!promtoolFaults("a total 1\n").isEmpty());
    }

private:
    QString script(const QByteArray &commands)
    {
        QFile file(m_folder->filePath(QStringLiteral("program")));
        file.open(QIODevice::WriteOnly);
        file.write("#!/bin/sh\n" + commands);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

LINEWATCH_TEST(ServerProcessTest)
#include "tst_serverprocess.moc"
