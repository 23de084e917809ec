// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/filesink.h"

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
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingIsThereBeforeTheCommit()
    {
        const auto sink = open(path("a.csv"));
        QVERIFY(sink->write("1,2\r\n"));
        QCOMPARE(names(), QStringList());
        QVERIFY(sink->commit());
        QCOMPARE(names(), QStringList{QStringLiteral("a.csv")});
        QCOMPARE(content("a.csv"), "1,2\r\n");
    }

    void withoutACommitNothingStays()
    {
        open(path("a.csv"))->write("1").ok();
        QCOMPARE(names(), QStringList());
    }

    void whatWasThereStaysUntilTheCommit()
    {
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

    void aLinkIsFollowed()
    {
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
        const auto sink = FileSink::open(path);
        QVERIFY(!sink);
        QVERIFY2(sink.failure().message.contains(word), qPrintable(sink.failure().message));
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
    void aFileThatCannotGrowLeavesNothing()
    {
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
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
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
    static std::unique_ptr<ExportSink> open(const QString &path)
    {
        auto sink = FileSink::open(path);
        if (!sink)
            qFatal("%s", qPrintable(sink.failure().message));
        return std::move(*sink);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(FileSinkTest)
#include "tst_filesink.moc"
