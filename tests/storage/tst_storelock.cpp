// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/spoolfile.h"
#include "storage/storefactory.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;

class TestStoreLock : public QObject
{
    Q_OBJECT

private slots:
    void aSecondOwnerIsRefusedAndTold();
    void theStoreIsFreeOnceItsOwnerHasGone();
    void aFolderThatCannotBeMadeIsNamed();
};

void TestStoreLock::aSecondOwnerIsRefusedAndTold()
{
    const QTemporaryDir folder;
    const DatabaseUrl url{folder.filePath(QStringLiteral("a.db"))};
    const auto first = StoreFactory::open(url);
    QVERIFY(first);
    const auto second = StoreFactory::open(url);
    QVERIFY(!second);
    QCOMPARE(second.failure().kind, Failure::Kind::Refused);
    QVERIFY(second.failure().message.contains(url.sqlitePath));
    QVERIFY(second.failure().message.contains(QStringLiteral("in use by another")));
}

void TestStoreLock::theStoreIsFreeOnceItsOwnerHasGone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    QVERIFY(StoreLock::acquire(path)); // let go at once
    QVERIFY(StoreLock::acquire(path));
}

void TestStoreLock::aFolderThatCannotBeMadeIsNamed()
{
    const auto store = StoreFactory::open({QStringLiteral("/proc/no-such-folder/a.db")});
    QVERIFY(!store);
    QVERIFY(store.failure().message.contains(QStringLiteral("/proc/no-such-folder for the store")));
    const auto spool =
        SpoolFile::open({QStringLiteral("/proc/no-such-folder/spool.db"), 1'000'000}, QStringLiteral("a"));
    QVERIFY(!spool);
    QVERIFY(spool.failure().message.contains(QStringLiteral("/proc/no-such-folder for the spool")));
}

LINEWATCH_TEST(TestStoreLock)
#include "tst_storelock.moc"
