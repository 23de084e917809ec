// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/backuptest.h"
#include "e2e/filesql.h"
#include "e2e/threads.h"
#include "support/testprogram.h"

#include <QMutex>
#include <QProcess>
#include <QScopeGuard>

#include <atomic>
#include <csignal>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** Copies of a store that is in use, and copies that come to no end. */
class BackupCommandTest : public BackupTest
{
    Q_OBJECT

private slots:
    void copiesUnderLoadAreTheStoreAtOneInstant()
    {
        std::atomic<bool> enough = false;
        std::vector<std::jthread> load;
        std::vector<std::atomic<int>> answered(Threads); // batches of each thread that were answered
        for (int thread = 0; thread < Threads; ++thread) {
            load.emplace_back([&, thread] {
                ApiClient client = newClient();
                for (int batch = 0; !enough; ++batch) {
                    if (client.postBatch(loadBatch(thread, batch)).status() != 200)
                        return;
                    answered[static_cast<std::size_t>(thread)] = batch + 1;
                }
            });
        }
        const auto ended = qScopeGuard([&enough] { enough = true; });
        for (int copy = 0; copy < 6; ++copy) {
            // Each begins amid further batches.
            QTRY_VERIFY_WITH_TIMEOUT(
                std::ranges::all_of(answered, [copy](int batches) { return batches > 5 * copy; }), 30'000);
            std::vector<int> before(answered.begin(), answered.end());
            const QString file = target(u"load-%1.db"_s.arg(copy));
            const ProgramRun done = run(backupTo(file));
            QVERIFY2(done.exitCode == 0, done.error.constData());
            checkInstant(file, before);
            checkSound(file, done.output);
        }
        enough = true;
        load.clear();
        QCOMPARE(check(server().storeFile()).exitCode, 0);
    }

    void aCopyServes()
    {
        api().postBatch({event().defects(3), event(u"F"_s)});
        const QString file = target(u"serves.db"_s);
        QCOMPARE(run(backupTo(file)).exitCode, 0);
        api().postBatch({event(u"later"_s)});
        const QTemporaryDir own;
        ServerProcess copy(own.path());
        copy.setDatabase(u"sqlite:"_s + file);
        QVERIFY2(copy.start(), copy.log().constData());
        ApiClient client(copy.port(), contract());
        QCOMPARE(client.get(u"/events/"_s + this->own(u"E"_s)).object(), stored());
        QCOMPARE(client.get(u"/events/"_s + this->own(u"later"_s)).status(), 404);
        QCOMPARE(client.postBatch({event().defects(3), event(u"later"_s)}).outcomes(),
                 (QStringList{u"DEDUPED IDENTICAL"_s, u"ACCEPTED"_s}));
        QCOMPARE(copy.stop(), std::optional(0));
    }

    void aFileThatIsThereIsNotReplaced()
    {
        const QString file = target(u"there.db"_s);
        QFile mine(file);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        checkRefused(run(backupTo(file)), file.toUtf8());
        QCOMPARE(content(file), "mine");
        QCOMPARE(namesLike(u"there"_s), QStringList{u"there.db"_s});
    }

    void aKillLeavesNoFile()
    {
        const QString file = target(u"killed.db"_s);
        QProcess process;
        QVERIFY(startBig(process, file));
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const QStringList left = namesLike(u"killed"_s);
        QVERIFY2(left.size() == 1 && left.first().startsWith(u".linewatch-backup-"_s),
                 qPrintable(left.join(u' ')));
        QVERIFY(QDir(target(left.first())).removeRecursively());
        QCOMPARE(run(backupTo(file)).exitCode, 0);
    }

    void aSignalCancelsAndLeavesNothing_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void aSignalCancelsAndLeavesNothing()
    {
        QFETCH(int, signal);
        QProcess process;
        QVERIFY(startBig(process, target(u"cancelled.db"_s)));
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(process.readAllStandardError(), "linewatchd: the backup was cancelled\n");
        QCOMPARE(namesLike(u"cancelled"_s), QStringList());
    }

    void aSignalCancelsACheck()
    {
        postBig();
        QProcess process;
        process.setProcessEnvironment(isolatedEnvironment(folder().path()));
        process.start(QStringLiteral(LINEWATCHD_FILE),
                      {u"check"_s, u"--database"_s, u"sqlite:"_s + server().storeFile()});
        QVERIFY(process.waitForStarted());
        const QDir descriptors(u"/proc/%1/fd"_s.arg(process.processId()));
        QTRY_VERIFY(std::ranges::any_of(
            descriptors.entryInfoList(QDir::Files | QDir::System),
            [this](const QFileInfo &entry) { return entry.symLinkTarget() == server().storeFile(); }));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(process.readAllStandardError(), "linewatchd: the check was cancelled\n");
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
    }

    void aFileThatMayNotGrowLeavesNothing()
    {
        postBig();
        const QString file = target(u"limited.db"_s);
        const ProgramRun limited =
            runProgram(u"sh"_s,
                       QStringList{u"-c"_s, u"trap '' XFSZ; ulimit -f 512; exec \"$0\" \"$@\""_s,
                                   QStringLiteral(LINEWATCHD_FILE)}
                           + backupTo(file),
                       isolatedEnvironment(folder().path()));
        checkRefused(limited, "cannot write " + file.toUtf8());
        QCOMPARE(namesLike(u"limited"_s), QStringList());
    }

    /** A real one, in a namespace of its own; not everybody may mount. */
    void aFullDiskLeavesNothing()
    {
        postBig();
        const QString disk = target(u"disk"_s);
        QVERIFY(QDir().mkpath(disk));
        const ProgramRun full = runProgram(
            u"unshare"_s,
            QStringList{u"-rm"_s, u"sh"_s, u"-c"_s,
                        u"mount -t tmpfs -o size=1m tmpfs \"$1\" || exit 77;"
                        " program=$2; shift 2; \"$program\" \"$@\"; code=$?; ls -A \"$(dirname \"$2\")\";"
                        " exit $code"_s,
                        u"sh"_s, disk, QStringLiteral(LINEWATCHD_FILE)}
                + backupTo(disk + u"/full.db"_s),
            isolatedEnvironment(folder().path()));
        if (!full.finished || full.exitCode == 77 || full.error.contains("unshare"))
            QSKIP("this machine lets nobody mount a small disk");
        checkRefused(full, "cannot write " + disk.toUtf8() + "/full.db");
        QVERIFY2(full.error.contains("full"), full.error.constData());
        QCOMPARE(full.output, QByteArray());
    }

    void whatCannotBeDoneIsSaidInOneLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char *name, const QStringList &arguments, const char *word) {
            QTest::newRow(name) << arguments << QByteArray(word);
        };
        row("no file", {u"backup"_s}, "name one file");
        row("two files", {u"backup"_s, u"/tmp/a"_s, u"/tmp/b"_s}, "name one file");
        row("a folder", {u"backup"_s, u"/tmp"_s}, "/tmp is there already");
        row("no folder", {u"backup"_s, u"/no/such/a.db"_s}, "/no/such");
        row("unknown option", {u"backup"_s, u"/tmp/a.db"_s, u"--force"_s}, "force");
        row("a server", {u"backup"_s, u"/tmp/a.db"_s, u"--database"_s, u"mysql://u@db1:3306/plant"_s},
            "mariadb-dump --single-transaction");
        row("no store", {u"backup"_s, u"/tmp/a.db"_s, u"--database"_s, u"sqlite:/no/such.db"_s},
            "/no/such.db");
        row("no database to copy", {u"backup"_s, u"/tmp/a.db"_s, u"--database"_s, u"sqlite:/etc/passwd"_s},
            "/etc/passwd");
        row("no store to check", {u"check"_s, u"--database"_s, u"sqlite:/no/such.db"_s}, "/no/such.db");
        row("no database to check", {u"check"_s, u"--database"_s, u"sqlite:/etc/passwd"_s}, "/etc/passwd");
        row("a file to check", {u"check"_s, u"/tmp/a.db"_s}, "--database");
        row("a server that is not there", {u"check"_s, u"--database"_s, u"mysql://u@127.0.0.1:1/plant"_s},
            "127.0.0.1");
    }
    void whatCannotBeDoneIsSaidInOneLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, word);
        if (!arguments.contains(u"--database"_s))
            arguments << u"--database"_s << u"sqlite:"_s + server().storeFile();
        checkRefused(run(arguments), word);
        QVERIFY(!QFile::exists(u"/tmp/a.db"_s));
    }

    void helpNamesTheCommands()
    {
        const ProgramRun help = run({u"--help"_s});
        for (const char *command : {"linewatchd backup ", "linewatchd check ", "linewatchd export "})
            QVERIFY2(help.output.contains(command), help.output.constData());
        for (const QString &command : {u"backup"_s, u"check"_s}) {
            const ProgramRun own = run({command, u"--help"_s});
            QCOMPARE(own.exitCode, 0);
            QVERIFY2(own.output.contains("--database"), own.output.constData());
        }
    }

private:
    static constexpr int Threads = 3;
    static constexpr int LoadBatch = 40;
    static constexpr int BigBatch = 25'000;
    static constexpr int BigBatches = 8;

    /** Half of it new, half of it corrections of the batch before. Ids are longer than keys of 16 bytes. */
    QJsonArray loadBatch(int thread, int batch) const
    {
        QJsonArray events;
        for (int i = 0; i < LoadBatch; ++i) {
            const bool corrects = batch > 0 && i % 2 == 1;
            const QString id = u"load-of-a-busy-plant/%1/%2/%3"_s.arg(thread)
                                   .arg(corrects ? batch - 1 : batch)
                                   .arg(i - corrects);
            events.append(WireEvent(id, u"load-%1"_s.arg(i % 5))
                              .at(TestDay + batch * OneMinute + i * OneSecond)
                              .line(u"LINE-%1"_s.arg(thread))
                              .defects(batch % 7));
        }
        return events;
    }

    /** Each thread's batches up to one are there, those that were answered among them, and none in part. */
    static void checkInstant(const QString &file, const std::vector<int> &answeredBefore)
    {
        std::vector<QMap<int, int>> found(Threads); // events of each batch
        const QVariantList ids = sqlOn(file, u"SELECT CAST(event_key AS TEXT) FROM event"_s);
        for (const QVariant &id : ids) {
            const QStringList parts = id.toString().split(u'/');
            if (parts.first() == u"load-of-a-busy-plant"_s)
                ++found[static_cast<std::size_t>(parts[1].toInt())][parts[2].toInt()];
        }
        for (std::size_t thread = 0; thread < found.size(); ++thread) {
            QVERIFY(std::ssize(found[thread]) >= answeredBefore[thread]);
            QCOMPARE(found[thread].lastKey(), found[thread].size() - 1);
            for (const auto [batch, events] : found[thread].asKeyValueRange())
                QCOMPARE(events, batch == 0 ? LoadBatch : LoadBatch / 2);
        }
    }

    /** What the program said of it is so, and the real check finds nothing. */
    void checkSound(const QString &file, const QByteArray &said) const
    {
        const QVariantList events = sqlOn(file, u"SELECT count(*) FROM event"_s);
        const QString expected = u"%1: %2 bytes, %3 events, newest stamp 20"_s.arg(file)
                                     .arg(QFileInfo(file).size())
                                     .arg(events.first().toInt());
        QVERIFY2(said.startsWith(expected.toUtf8()), said.constData());
        const ProgramRun checked = check(file);
        QVERIFY2(checked.exitCode == 0, (checked.output + checked.error).constData());
        QVERIFY(checked.output.endsWith("The store is sound.\n"));
    }

    /** Enough events for a copy to be met half way, once for all tests. */
    void postBig()
    {
        if (m_isBig)
            return;
        for (int batch = 0; batch < BigBatches; ++batch) {
            QJsonArray events;
            for (int i = 0; i < BigBatch; ++i)
                events.append(
                    WireEvent(u"big-%1-%2"_s.arg(batch).arg(i), u"big"_s).at(TestDay + i * OneSecond));
            QCOMPARE(api().postBatch(events).status(), 200);
        }
        m_isBig = true;
    }

    /** Starts a copy and waits until SQLite is at it; most of what it writes it writes at the end. */
    bool startBig(QProcess &process, const QString &file)
    {
        postBig();
        process.setProcessEnvironment(isolatedEnvironment(folder().path()));
        process.start(QStringLiteral(LINEWATCHD_FILE), backupTo(file));
        if (!process.waitForStarted())
            return false;
        return QTest::qWaitFor([this] {
            return std::ranges::any_of(namesLike(u".linewatch-backup-"_s), [this](const QString &hidden) {
                return QFile::exists(target(hidden) + u"/copy.db"_s);
            });
        });
    }

    bool m_isBig = false;
};

LINEWATCH_TEST(BackupCommandTest)
#include "tst_backup.moc"
