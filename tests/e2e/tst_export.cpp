// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/exporttest.h"
#include "support/testprogram.h"

#include <QDir>
#include <QProcess>

#include <csignal>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** `linewatchd export` as a command: what it refuses, and how it ends when it is not let to its end. */
class ExportCommandTest : public ExportTest
{
    Q_OBJECT

private slots:
    void aStoreWithoutAServerIsReadAndNotChanged()
    {
        const QTemporaryDir folder;
        ServerProcess own(folder.path());
        QVERIFY2(own.start(), own.log().constData());
        QCOMPARE(ApiClient(own.port(), contract()).postBatch({WireEvent(u"E"_s, u"M"_s)}).status(), 200);
        own.kill(); // what was posted is in the log beside the database
        const QByteArray before = content(own.storeFile());
        const ProgramRun done = runProgram(QStringLiteral(LINEWATCHD_FILE),
                                           {u"export"_s, u"events"_s, u"--from"_s, wireTime(TestDay),
                                            u"--to"_s, wireTime(TestDay + OneDay), u"--output"_s, u"-"_s,
                                            u"--database"_s, u"sqlite:"_s + own.storeFile()},
                                           isolatedEnvironment(folder.path()));
        QCOMPARE(done.exitCode, 0);
        QVERIFY(done.output.contains("\r\nE,M,2026-01-15T00:00:00Z,1000,0,,,"));
        QCOMPARE(content(own.storeFile()), before);
        QVERIFY2(own.start(), own.log().constData());
        QCOMPARE(ApiClient(own.port(), contract()).get(u"/events/E"_s).status(), 200);
        QCOMPARE(own.stop(), std::optional(0));
    }

    void aKillLeavesNothing()
    {
        const QString file = target(u"killed.csv"_s);
        QProcess process;
        QVERIFY(startBig(process, file));
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(namesLike(u"killed"_s), QStringList());
    }

    void aSignalCancelsAndLeavesWhatWasThere()
    {
        const QString file = target(u"cancelled.csv"_s);
        QFile former(file);
        QVERIFY(former.open(QIODevice::WriteOnly) && former.write("before") == 6);
        former.close();
        QProcess process;
        QVERIFY(startBig(process, file));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(process.readAllStandardError(), "linewatchd: the export was cancelled\n");
        QCOMPARE(content(file), "before");
        QCOMPARE(namesLike(u"cancelled"_s), QStringList{u"cancelled.csv"_s});
    }

    void aFullDiskLeavesNothing()
    {
        postBig();
        // A limit on the size of files takes the disk's place; the pipe to /dev/full is a device that is
        // full.
        const QString file = target(u"full.csv"_s);
        const ProgramRun limited =
            runProgram(u"sh"_s,
                       QStringList{u"-c"_s, u"trap '' XFSZ; ulimit -f 512; exec \"$0\" \"$@\""_s,
                                   QStringLiteral(LINEWATCHD_FILE)}
                           + options(u"events"_s, m_bigDay, m_bigDay + OneDay, file),
                       isolatedEnvironment(folder().path()));
        checkRefused(limited, "cannot write " + file.toUtf8());
        QCOMPARE(namesLike(u"full"_s), QStringList());
        checkRefused(run(options(u"events"_s, m_bigDay, m_bigDay + OneDay, u"/dev/full"_s)),
                     "No space left on device");
    }

    void whatCannotBeDoneIsSaidInOneLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char *name, const QStringList &arguments, const char *word) {
            QTest::newRow(name) << arguments << QByteArray(word);
        };
        const QStringList window{u"--from"_s, u"2026-01-15T00:00:00Z"_s, u"--to"_s,
                                 u"2026-01-16T00:00:00Z"_s};
        const QStringList out{u"--output"_s, u"-"_s};
        row("nothing to export", window + out, "events, health or lines");
        row("something else", QStringList{u"shifts"_s} + window + out, "events, health or lines");
        row("two things", QStringList{u"events"_s, u"lines"_s} + window + out, "events, health or lines");
        row("no window", QStringList{u"events"_s} + out, "--from");
        row("no end", QStringList{u"events"_s} + window.mid(0, 2) + out, "--to");
        row("no time", QStringList{u"events"_s, u"--from"_s, u"yesterday"_s} + window.mid(2) + out,
            "yesterday");
        row("no offset",
            QStringList{u"events"_s, u"--from"_s, u"2026-01-15T00:00:00"_s} + window.mid(2) + out,
            "2026-01-15T00:00:00");
        row("empty window", QStringList{u"events"_s, u"--from"_s, window[1], u"--to"_s, window[1]} + out,
            "later");
        row("no output", QStringList{u"events"_s} + window, "--output");
        row("unknown preset", QStringList{u"events"_s, u"--preset"_s, u"word"_s} + window + out, "word");
        row("empty machine", QStringList{u"events"_s, u"--machine"_s, u""_s} + window + out, "--machine");
        row("lines of a machine", QStringList{u"lines"_s, u"--machine"_s, u"M"_s} + window + out,
            "--machine");
        row("unknown option", QStringList{u"events"_s, u"--listen"_s, u"127.0.0.1:0"_s} + window + out,
            "listen");
        row("a folder", QStringList{u"events"_s, u"--output"_s, u"/tmp"_s} + window, "/tmp");
        row("no folder", QStringList{u"events"_s, u"--output"_s, u"/no/such/a.csv"_s} + window, "/no/such");
        row("no store", QStringList{u"events"_s, u"--database"_s, u"sqlite:/no/such.db"_s} + window + out,
            "/no/such.db");
        row("no database", QStringList{u"events"_s, u"--database"_s, u"sqlite:/etc/passwd"_s} + window + out,
            "/etc/passwd");
    }
    void whatCannotBeDoneIsSaidInOneLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, word);
        arguments.prepend(u"export"_s);
        if (!arguments.contains(u"--database"_s))
            arguments << u"--database"_s << u"sqlite:"_s + server().storeFile();
        checkRefused(run(arguments), word);
    }

private:
    static constexpr int BigCount = 50'000;

    /** Enough events for an export to be met half way, once for all tests. */
    void postBig()
    {
        if (m_bigDay != 0)
            return;
        m_bigDay = TestDay - 400 * OneDay;
        QJsonArray batch;
        for (int i = 0; i < BigCount; ++i)
            batch.append(WireEvent(u"big-%1"_s.arg(i), u"big"_s).at(m_bigDay + i * OneSecond));
        QCOMPARE(api().postBatch(batch).status(), 200);
    }

    /** Starts an export and waits until it has written some of its bytes, and not all. */
    bool startBig(QProcess &process, const QString &file)
    {
        postBig();
        process.setProcessEnvironment(isolatedEnvironment(folder().path()));
        process.start(QStringLiteral(LINEWATCHD_FILE),
                      options(u"events"_s, m_bigDay, m_bigDay + OneDay, file));
        if (!process.waitForStarted())
            return false;
        const QString descriptors = u"/proc/%1/fd"_s.arg(process.processId());
        return QTest::qWaitFor([&] {
            for (const QFileInfo &entry : QDir(descriptors).entryInfoList(QDir::Files | QDir::System)) {
                if (entry.symLinkTarget().startsWith(targetFolder()) && entry.size() > 0)
                    return true;
            }
            return false;
        });
    }

    static void checkRefused(const ProgramRun &run, const QByteArray &word)
    {
        QVERIFY(run.finished);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.error.contains(word), run.error.constData());
        QCOMPARE(run.error.count('\n'), 1);
        QVERIFY(run.error.startsWith("linewatchd: "));
    }

    /** What is in the target's folder under a name, and hidden files of any name. */
    QStringList namesLike(const QString &name) const
    {
        return QDir(targetFolder())
            .entryList({name + u'*', u".*"_s}, QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }

    Micros m_bigDay = 0;
};

LINEWATCH_TEST(ExportCommandTest)
#include "tst_export.moc"
