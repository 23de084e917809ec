// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/filesink.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace linewatch;

class FileSinkTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_temporary = FileSink::Temporary::NamelessIfItCan;
    }

    void nothingIsThereBeforeTheCommit_data() { addTemporaries(); }
    void nothingIsThereBeforeTheCommit()
    {
        useTemporary();
        const auto sink = open(path("a.csv"));
        QVERIFY(sink->write("1,2\r\n"));
        checkTemporary();
        QVERIFY(sink->commit());
        QCOMPARE(names(), QStringList{QStringLiteral("a.csv")});
        QCOMPARE(content("a.csv"), "1,2\r\n");
    }

    void withoutACommitNothingStays_data() { addTemporaries(); }
    void withoutACommitNothingStays()
    {
        useTemporary();
        QVERIFY(open(path("a.csv"))->write("1"));
        QCOMPARE(names(), QStringList());
    }

    void whatWasThereStaysUntilTheCommit_data() { addTemporaries(); }
    void whatWasThereStaysUntilTheCommit()
    {
        useTemporary();
        put("a.csv", "before");
        QVERIFY(QFile::setPermissions(path("a.csv"), QFile::ReadOwner | QFile::WriteOwner));
        {
            const auto sink = open(path("a.csv"));
            QVERIFY(sink->write("after"));
            QCOMPARE(content("a.csv"), "before");
        }
        QCOMPARE(content("a.csv"), "before");
        const auto sink = open(path("a.csv"));
        QVERIFY(sink->write("after"));
        QVERIFY(sink->commit());
        QCOMPARE(content("a.csv"), "after");
        QCOMPARE(QFile::permissions(path("a.csv")) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(names(), QStringList{QStringLiteral("a.csv")});
    }

    void aLinkIsFollowed_data() { addTemporaries(); }
    void aLinkIsFollowed()
    {
        useTemporary();
        put("real.csv", "before");
        QVERIFY(QFile::link(path("real.csv"), path("link.csv")));
        const auto sink = open(path("link.csv"));
        QVERIFY(sink->write("after"));
        QVERIFY(sink->commit());
        QVERIFY(QFileInfo(path("link.csv")).isSymLink());
        QCOMPARE(content("real.csv"), "after");
    }

    void placesThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");
        QTest::newRow("a folder") << QStringLiteral("/tmp") << QStringLiteral("is a folder");
        QTest::newRow("no folder") << QStringLiteral("/no/such/folder/a.csv")
                                   << QStringLiteral("/no/such/folder");
        QTest::newRow("nobody's folder") << QStringLiteral("/proc/a.csv") << QStringLiteral("/proc/a.csv");
    }
    void placesThatCannotBeAreRefused()
    {
        QFETCH(QString, path);
        QFETCH(QString, word);
        for (const auto temporary : {FileSink::Temporary::NamelessIfItCan, FileSink::Temporary::Hidden}) {
            const auto sink = FileSink::open(path, temporary);
            QVERIFY(!sink);
            QVERIFY2(sink.failure().message.contains(word), qPrintable(sink.failure().message));
        }
    }

    /** A name that is as long as it may be leaves no room for a longer one beside it. */
    void theLongestNameIsWritten_data() { addTemporaries(); }
    void theLongestNameIsWritten()
    {
        useTemporary();
        const QByteArray longest(255, 'n');
        const auto sink = open(path(longest));
        QVERIFY(sink->write("1"));
        QVERIFY(sink->commit());
        QCOMPARE(names(), QStringList{QString::fromLatin1(longest)});
    }

    /** Its place is taken by a folder meanwhile: that stays, and nothing else does. */
    void aCommitThatFailsLeavesNothing_data() { addTemporaries(); }
    void aCommitThatFailsLeavesNothing()
    {
        useTemporary();
        {
            const auto sink = open(path("a.csv"));
            QVERIFY(sink->write("1"));
            QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("a.csv")));
            QVERIFY(!sink->commit());
        }
        QCOMPARE(names(), QStringList());
        QVERIFY(QFileInfo(path("a.csv")).isDir());
    }

    /** Nobody but its owner may read the bytes on their way, either. */
    void aHiddenFileIsAsClosedAsTheFormerOne()
    {
        put("a.csv", "before");
        QVERIFY(QFile::setPermissions(path("a.csv"), QFile::ReadOwner | QFile::WriteOwner));
        m_temporary = FileSink::Temporary::Hidden;
        const auto sink = open(path("a.csv"));
        const QStringList hidden = names().filter(QStringLiteral(".linewatch-"));
        QCOMPARE(hidden.size(), 1);
        QCOMPARE(QFile::permissions(m_folder->filePath(hidden.first()))
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void aDeviceIsWrittenIntoAsItIs()
    {
        const auto sink = open(QStringLiteral("/dev/full"));
        const Result<void> written = sink->write("1");
        QVERIFY(!written);
        QCOMPARE(written.failure().message,
                 QStringLiteral("cannot write /dev/full: No space left on device"));
        QVERIFY(!QFileInfo(QStringLiteral("/dev/full")).isFile());
    }

    /** The kernel's limit on the size of a file is met like a full disk: in the middle of a write. */
    void aFileThatCannotGrowLeavesNothing_data() { addTemporaries(); }
    void aFileThatCannotGrowLeavesNothing()
    {
        useTemporary();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit former{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &former), 0);
        rlimit tight = former;
        tight.rlim_cur = 100'000;
        Result<void> written;
        {
            const auto sink = open(path("a.csv"));
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
            written = sink->write(QByteArray(200'000, 'x'));
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &former), 0);
        }
        QVERIFY(!written);
        QVERIFY2(written.failure().message.startsWith(QStringLiteral("cannot write ") + path("a.csv")),
                 qPrintable(written.failure().message));
        QCOMPARE(names(), QStringList());
    }

private:
    QString path(const QByteArray &name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }
    QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
    }
    void put(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static void addTemporaries()
    {
        QTest::addColumn<FileSink::Temporary>("temporary");
        QTest::newRow("without a name") << FileSink::Temporary::NamelessIfItCan;
        QTest::newRow("as where all files have one") << FileSink::Temporary::Hidden;
    }
    void useTemporary()
    {
        QFETCH(const FileSink::Temporary, temporary);
        m_temporary = temporary;
    }
    /** Until the commit there is a hidden file where there must be one, and nothing else. */
    void checkTemporary() const
    {
        const QStringList there = names();
        const bool isHidden = m_temporary == FileSink::Temporary::Hidden;
        QCOMPARE(there.size(), isHidden ? 1 : 0);
        QVERIFY(!isHidden || there.first().startsWith(QStringLiteral(".linewatch-")));
    }
    std::unique_ptr<ExportSink> open(const QString &path)
    {
        auto sink = FileSink::open(path, m_temporary);
        if (!sink)
            qFatal("%s", qPrintable(sink.failure().message));
        return std::move(*sink);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FileSink::Temporary m_temporary =
        FileSink::Temporary::NamelessIfItCan; ///< of the sinks that open() gives
};

LINEWATCH_TEST(FileSinkTest)
#include "tst_filesink.moc"
