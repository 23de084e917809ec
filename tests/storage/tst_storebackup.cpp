// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/damage.h"
#include "storage/damagedstore.h"
#include "storage/randomstream.h"
#include "storage/storebackup.h"
#include "storage/sqlconnection.h"
#include "storage/storecheck.h"
#include "storage/testengines.h"
#include "storage/testnode.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;

/** Copies of a store: what is in them, and what is left where there can be none. */
class TestStoreBackup : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aCopyHoldsWhatTheStoreHolds();
    void aCopyIsMadeBesideTheOwner();
    void theStoreIsNotChanged();
    void aCopyMayBeReadByWhomTheStoreMay();
    void aStoreThatWasNotMigratedYetIsCopied();
    void whatIsThereIsNotReplaced();
    void whatComesIntoTheWayMeanwhileIsNotReplaced();
    void oneThatIsAbandonedLeavesNothing();
    void oneThatIsThereCannotBeAbandoned();
    void whatCannotBeCopiedIsRefused_data();
    void whatCannotBeCopiedIsRefused();
    void aDamagedStoreGivesNoCopy();

private:
    static void post(TestNode &node, unsigned seed);
    static std::vector<EventItem> eventsOf(const DatabaseUrl &url);
    std::unique_ptr<StoreBackup> prepare() { return std::move(*StoreBackup::prepare(m_store, m_copy)); }
    /** What is in the folder of the copy, hidden or not. */
    QStringList left() const
    {
        return QDir(m_target->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_target;
    DatabaseUrl m_store;
    QString m_copy;
};

void TestStoreBackup::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = std::make_unique<QTemporaryDir>();
    m_store.sqlitePath = m_folder->filePath(QStringLiteral("a.db"));
    m_copy = m_target->filePath(QStringLiteral("copy.db"));
    TestNode node(m_store);
    post(node, 1);
}

void TestStoreBackup::post(TestNode &node, unsigned seed)
{
    RandomStream stream(seed);
    std::vector<Answer> answers;
    for (int i = 0; i < 30; ++i) {
        for (PendingBatch &batch : stream.nextGroup())
            answers.push_back(node.post(std::move(batch)));
    }
    for (Answer &answer : answers)
        QVERIFY(answer.get());
}

std::vector<EventItem> TestStoreBackup::eventsOf(const DatabaseUrl &url)
{
    const auto store = StoreFactory::open(url);
    const auto page = (*(*store)->openReader())->events({}, 1000, std::nullopt);
    return page->items;
}

void TestStoreBackup::aCopyHoldsWhatTheStoreHolds()
{
    const Result<BackupSummary> done = prepare()->run();
    QVERIFY2(done, done ? "" : qPrintable(done.failure().message));
    QCOMPARE(left(), QStringList{QStringLiteral("copy.db")});
    QCOMPARE(done->bytes, QFileInfo(m_copy).size());
    QVERIFY(wasStoreOfOurs(m_copy)); // so that it would be set aside, too
    const Result<CheckReport> report =
        checkStore({m_copy}, [](const QString & /*what*/, std::int64_t /*done*/, std::int64_t /*total*/) {});
    QVERIFY(report);
    QCOMPARE(report->faults(), 0);

    const std::vector<EventItem> copied = eventsOf({m_copy});
    const std::vector<EventItem> stored = eventsOf(m_store);
    QCOMPARE(done->events, std::ssize(stored));
    QCOMPARE(copied.size(), stored.size());
    Instant newest;
    for (std::size_t i = 0; i < stored.size(); ++i) {
        QVERIFY(copied[i].event == stored[i].event);
        newest = std::max(newest, stored[i].event.recordedTime);
    }
    QVERIFY(done->newestStamp >= newest);
}

void TestStoreBackup::aCopyIsMadeBesideTheOwner()
{
    TestNode node(m_store);
    post(node, 2);
    const auto before = node.reader()->events({}, 1000, std::nullopt);
    QVERIFY(prepare()->run());
    post(node, 3);
    QCOMPARE(eventsOf({m_copy}).size(), before->items.size());
}

void TestStoreBackup::theStoreIsNotChanged()
{
    const QByteArray before = contentOf(m_store.sqlitePath);
    QVERIFY(prepare()->run());
    QCOMPARE(contentOf(m_store.sqlitePath), before);
}

void TestStoreBackup::aCopyMayBeReadByWhomTheStoreMay()
{
    const QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QVERIFY(QFile::setPermissions(m_store.sqlitePath, own));
    QVERIFY(prepare()->run());
    QCOMPARE(QFile::permissions(m_copy), own);
}

/** A backup is wanted before an upgrade, and the new version may be there already. */
void TestStoreBackup::aStoreThatWasNotMigratedYetIsCopied()
{
    {
        const auto dialect = TestEngines::dialectOf(m_store);
        const auto connection = SqlConnection::open(*dialect, SqlConnection::Access::ReadWrite);
        QVERIFY((*connection)->run(QStringLiteral("DELETE FROM schema_step WHERE migration > 3")));
        QVERIFY((*connection)->run(QStringLiteral("DROP TABLE line_bucket")));
    }
    QVERIFY(prepare()->run());
    QVERIFY(!eventsOf({m_copy}).empty()); // which migrates it
}

void TestStoreBackup::whatIsThereIsNotReplaced()
{
    QVERIFY(QFile::link(QStringLiteral("/nowhere"), m_target->filePath(QStringLiteral("link"))));
    QFile file(m_copy);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    for (const QString &name : {QStringLiteral("copy.db"), QStringLiteral("link"), QStringLiteral(".")}) {
        const auto backup = StoreBackup::prepare(m_store, m_target->filePath(name));
        QVERIFY(!backup);
        QVERIFY2(backup.failure().message.contains(name), qPrintable(backup.failure().message));
    }
    QCOMPARE(contentOf(m_copy), QByteArray("mine"));
    QCOMPARE(left().size(), 2);
}

void TestStoreBackup::whatComesIntoTheWayMeanwhileIsNotReplaced()
{
    {
        const auto backup = prepare();
        QFile file(m_copy);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        const Result<BackupSummary> done = backup->run();
        QVERIFY(!done);
        QVERIFY2(done.failure().message.contains(m_copy), qPrintable(done.failure().message));
    }
    QCOMPARE(contentOf(m_copy), QByteArray("mine"));
    QCOMPARE(left(), QStringList{QStringLiteral("copy.db")});
}

void TestStoreBackup::oneThatIsAbandonedLeavesNothing()
{
    const auto backup = prepare();
    QCOMPARE(left().size(), 1);
    QVERIFY(backup->abandon());
    QCOMPARE(left(), QStringList());
    QVERIFY(!backup->run());
    QCOMPARE(left(), QStringList());
}

void TestStoreBackup::oneThatIsThereCannotBeAbandoned()
{
    const auto backup = prepare();
    QVERIFY(backup->run());
    QVERIFY(!backup->abandon());
    QVERIFY(QFile::exists(m_copy));
}

void TestStoreBackup::whatCannotBeCopiedIsRefused_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("word");
    QTest::newRow("a server") << QStringLiteral("mysql://u@db1:3306/plant") << QStringLiteral("/tmp/x.db")
                              << QStringLiteral("mariadb-backup");
    QTest::newRow("no store") << QStringLiteral("sqlite:/no/such.db") << QStringLiteral("/tmp/x.db")
                              << QStringLiteral("/no/such.db");
    QTest::newRow("no folder") << QString() << QStringLiteral("/no/such/x.db") << QStringLiteral("/no/such");
    QTest::newRow("a folder of the system")
        << QString() << QStringLiteral("/proc/x.db") << QStringLiteral("/proc");
}

void TestStoreBackup::whatCannotBeCopiedIsRefused()
{
    QFETCH(QString, database);
    QFETCH(QString, file);
    QFETCH(QString, word);
    const auto backup =
        StoreBackup::prepare(database.isEmpty() ? m_store : *DatabaseUrl::parse(database), file);
    QVERIFY(!backup);
    QVERIFY2(backup.failure().message.contains(word), qPrintable(backup.failure().message));
}

void TestStoreBackup::aDamagedStoreGivesNoCopy()
{
    QVERIFY(flipRoot(m_store.sqlitePath, "event"));
    {
        const auto backup = prepare();
        const Result<BackupSummary> done = backup->run();
        QVERIFY(!done);
        QCOMPARE(done.failure().kind, Failure::Kind::Damaged);
        QVERIFY(done.failure().message.contains(QStringLiteral("linewatchd check")));
    }
    QCOMPARE(left(), QStringList());
}

LINEWATCH_TEST(TestStoreBackup)
#include "tst_storebackup.moc"
