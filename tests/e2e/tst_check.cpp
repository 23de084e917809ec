// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/backuptest.h"
#include "e2e/filesql.h"
#include "storage/damage.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** What `linewatchd check` says, and what becomes of a store that is damaged. */
class CheckCommandTest : public BackupTest
{
    Q_OBJECT

private slots:
    void aSoundStoreIsCheckedBesideItsServer()
    {
        api().postBatch({event().defects(1), event(u"F"_s).line(u"LINE-A"_s)});
        api().postBatch({event().defects(2)});
        const ProgramRun checked = check(server().storeFile());
        QVERIFY2(checked.exitCode == 0, (checked.output + checked.error).constData());
        QCOMPARE(checked.error, QByteArray());
        for (const char *part :
             {"pages of the file", "minute sums of machines", "hour sums of machines", "day sums of machines",
              "minute sums of lines", "hour sums of lines", "day sums of lines", "sources of events",
              "revisions of events", "stamps", "entries of runs of keys", "keys of events", "ids of events",
              "entries of the registry"})
            QVERIFY2(checked.output.contains(part), part);
        QVERIFY(checked.output.startsWith("SQLite " + server().storeFile().toUtf8() + '\n'));
    }

    void aDifferenceIsNamedWithBothFigures()
    {
        const QTemporaryDir folder;
        ServerProcess own(folder.path());
        QVERIFY2(own.start(), own.log().constData());
        ApiClient client(own.port(), contract());
        QCOMPARE(client.postBatch({WireEvent(u"E"_s, u"M-17"_s).defects(5)}).status(), 200);
        QCOMPARE(own.stop(), std::optional(0));
        sqlOn(own.storeFile(), u"UPDATE rollup_bucket SET defects = 4 WHERE bucket_width = 3600"_s);
        const QByteArray before = content(own.storeFile());
        const ProgramRun checked = check(own.storeFile());
        QCOMPARE(checked.exitCode, 1);
        QVERIFY2(checked.output.contains("hour sums of machines: 1 checked, 1 WRONG\n"
                                         "    hour from 2026-01-15T00:00:00Z, machine M-17:"
                                         " kept 1 events, 1000 ms, 4 defects, 0 unknown;"
                                         " counted 1 events, 1000 ms, 5 defects, 0 unknown\n"),
                 checked.output.constData());
        QVERIFY(checked.output.contains("docs/operations.md"));
        QCOMPARE(content(own.storeFile()), before);
    }

    void aNewerStoreIsNotChecked()
    {
        const QTemporaryDir folder;
        ServerProcess own(folder.path());
        QVERIFY2(own.start(), own.log().constData());
        QCOMPARE(own.stop(), std::optional(0));
        sqlOn(own.storeFile(), u"INSERT INTO schema_step (migration, step) VALUES (999999, 0)"_s);
        checkRefused(check(own.storeFile()), "newer");
    }

    void aDamagedStoreIsSetAsideNamedAndRestored()
    {
        const QTemporaryDir folder;
        ServerProcess own(folder.path());
        QVERIFY2(own.start(), own.log().constData());
        QCOMPARE(ApiClient(own.port(), contract()).postBatch({WireEvent(u"E"_s, u"M"_s)}).status(), 200);
        const QString backup = target(u"before.db"_s);
        QCOMPARE(run({u"backup"_s, backup, u"--database"_s, u"sqlite:"_s + own.storeFile()}).exitCode, 0);
        QCOMPARE(own.stop(), std::optional(0));
        QVERIFY(flipBytes(own.storeFile(), 0, 100));
        const QByteArray damaged = content(own.storeFile());
        const ProgramRun checked = check(own.storeFile());
        QCOMPARE(checked.exitCode, 1);
        QVERIFY2(checked.output.contains("The file is damaged"), checked.output.constData());

        const ProgramRun refused =
            run({u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + own.storeFile()});
        checkRefused(refused, "is damaged and was set aside as ");
        const QStringList aside = QDir(folder.path()).entryList({u"*.damaged-*"_s});
        QCOMPARE(aside.size(), 1);
        const QString asideFile = folder.filePath(aside.first());
        QVERIFY2(refused.error.contains(asideFile.toUtf8()), refused.error.constData());
        QCOMPARE(content(asideFile), damaged);
        QCOMPARE(check(asideFile).exitCode, 1);

        // What the line said: with a backup in its place, or without one.
        QVERIFY(QFile::copy(backup, own.storeFile()));
        QVERIFY2(own.start(), own.log().constData());
        QCOMPARE(ApiClient(own.port(), contract()).get(u"/events/E"_s).status(), 200);
        QCOMPARE(own.stop(), std::optional(0));
        QVERIFY(QFile::remove(own.storeFile()));
        QVERIFY2(own.start(), own.log().constData());
        QCOMPARE(ApiClient(own.port(), contract()).get(u"/events/E"_s).status(), 404);
        QCOMPARE(own.stop(), std::optional(0));
        QCOMPARE(content(asideFile), damaged);
    }

    void damageThatShowsWhileItServesIsToldAndFoundAtTheNextStart()
    {
        const QTemporaryDir folder;
        ServerProcess own(folder.path());
        QVERIFY2(own.start(), own.log().constData());
        {
            ApiClient client(own.port(), contract());
            client.postBatch({WireEvent(u"E"_s, u"M"_s)});
            client.postBatch({WireEvent(u"E"_s, u"M"_s).defects(1)});
        }
        QCOMPARE(own.stop(), std::optional(0)); // all of it is in the file, and in no memory
        QVERIFY2(own.start(), own.log().constData());
        QVERIFY(flipRoot(own.storeFile(), "event_by_source_and_time"));
        ApiClient client(own.port(), contract());
        const ApiAnswer read = client.get(u"/events"_s, {{u"machineId"_s, u"M"_s}, {u"limit"_s, u"10"_s}});
        QCOMPARE(read.status(), 503);
        QVERIFY2(read.detail().contains(u"damaged; linewatchd check"_s), qPrintable(read.detail()));
        const BatchAnswer posted = client.postBatch({WireEvent(u"F"_s, u"M"_s)});
        QCOMPARE(posted.status(), 503);
        QVERIFY2(posted.detail().contains(u"linewatchd check"_s), qPrintable(posted.detail()));
        own.kill();
        QVERIFY(!own.start());
        QVERIFY2(own.log().contains("was set aside as"), own.log().constData());
    }
};

LINEWATCH_TEST(CheckCommandTest)
#include "tst_check.moc"
