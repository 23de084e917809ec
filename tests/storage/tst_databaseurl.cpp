// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databaseurl.h"

#include <QDir>
#include <QtTest>

using namespace linewatch;

class TestDatabaseUrl : public QObject
{
    Q_OBJECT

private slots:
    void absolutePathIsTakenAsItIs();
    void relativePathIsMadeAbsolute();
    void whatNamesNoDatabaseIsRefusedWithTheForm_data();
    void whatNamesNoDatabaseIsRefusedWithTheForm();
};

void TestDatabaseUrl::absolutePathIsTakenAsItIs()
{
    QCOMPARE(DatabaseUrl::parse(QStringLiteral("sqlite:/var/lib/a b.db"))->sqlitePath,
             QStringLiteral("/var/lib/a b.db"));
}

void TestDatabaseUrl::relativePathIsMadeAbsolute()
{
    QCOMPARE(DatabaseUrl::parse(QStringLiteral("sqlite:x.db"))->sqlitePath,
             QDir::currentPath() + QStringLiteral("/x.db"));
}

void TestDatabaseUrl::whatNamesNoDatabaseIsRefusedWithTheForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("scheme alone") << QStringLiteral("sqlite:");
    QTest::newRow("a bare path") << QStringLiteral("/tmp/x.db");
    QTest::newRow("another engine") << QStringLiteral("mysql://lw@127.0.0.1:3306/lw");
}

void TestDatabaseUrl::whatNamesNoDatabaseIsRefusedWithTheForm()
{
    QFETCH(QString, text);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    QVERIFY(!url);
    QCOMPARE(url.failure().kind, Failure::Kind::Refused);
    QVERIFY(url.failure().message.contains(QStringLiteral("sqlite:/path/file.db")));
}

QTEST_GUILESS_MAIN(TestDatabaseUrl)
#include "tst_databaseurl.moc"
