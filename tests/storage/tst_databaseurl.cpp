// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databaseurl.h"
#include "support/testprogram.h"

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
    void aServerIsTakenApart();
    void itsTextNamesTheSameDatabase_data();
    void itsTextNamesTheSameDatabase();
    void aPasswordInTheUrlIsRefusedAndNotRepeated();
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
    QTest::newRow("another engine") << QStringLiteral("postgresql://lw@127.0.0.1/lw");
    QTest::newRow("a server without a user") << QStringLiteral("mysql://127.0.0.1:3306/lw");
    QTest::newRow("a server without a database") << QStringLiteral("mysql://lw@127.0.0.1:3306");
    QTest::newRow("an empty database") << QStringLiteral("mysql://lw@127.0.0.1:3306/");
    QTest::newRow("a path in place of a database") << QStringLiteral("mysql://lw@127.0.0.1:3306/a/b");
    QTest::newRow("no host") << QStringLiteral("mysql://lw@/lw");
    QTest::newRow("an empty host in the list") << QStringLiteral("mysql://lw@db1,,db2/lw");
    QTest::newRow("no port") << QStringLiteral("mysql://lw@db1:x/lw");
    QTest::newRow("a port out of range") << QStringLiteral("mysql://lw@db1:65536/lw");
    QTest::newRow("port zero") << QStringLiteral("mysql://lw@db1:0/lw");
    QTest::newRow("two users") << QStringLiteral("mysql://lw@db1,lw@db2/lw");
}

void TestDatabaseUrl::whatNamesNoDatabaseIsRefusedWithTheForm()
{
    QFETCH(QString, text);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    QVERIFY(!url);
    QCOMPARE(url.failure().kind, Failure::Kind::Refused);
    QVERIFY(url.failure().message.contains(QStringLiteral("sqlite:/path/file.db")));
}

void TestDatabaseUrl::aServerIsTakenApart()
{
    const Result<DatabaseUrl> url =
        DatabaseUrl::parse(QStringLiteral("mysql://line%40watch@db1.plant:3307,10.0.0.2,[::1]:3308/events"));
    QVERIFY(url && url->mysql && url->sqlitePath.isEmpty());
    const QList<MySqlHost> hosts{{QStringLiteral("db1.plant"), 3307},
                                 {QStringLiteral("10.0.0.2"), 3306},
                                 {QStringLiteral("::1"), 3308}};
    QCOMPARE(url->mysql->hosts, hosts);
    QCOMPARE(url->mysql->user, QStringLiteral("line@watch"));
    QCOMPARE(url->mysql->name, QStringLiteral("events"));
    QVERIFY(url->mysql->password.isEmpty());
    QCOMPARE(url->displayText(), QStringLiteral("MySQL events at db1.plant:3307, 10.0.0.2:3306, [::1]:3308"));
}

void TestDatabaseUrl::itsTextNamesTheSameDatabase_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("SQLite") << QStringLiteral("sqlite:/var/lib/a b.db");
    QTest::newRow("MySQL") << QStringLiteral("mysql://plant@db1:3306/events");
    QTest::newRow("several hosts, names with signs")
        << QStringLiteral("mysql://line%40watch@db1.plant:3307,[::1]:3308/a%20b");
}

void TestDatabaseUrl::itsTextNamesTheSameDatabase()
{
    QFETCH(const QString, text);
    Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    QVERIFY(url);
    if (url->mysql)
        url->mysql->password = QStringLiteral("secret");
    QCOMPARE(url->urlText(), text);
}

void TestDatabaseUrl::aPasswordInTheUrlIsRefusedAndNotRepeated()
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(QStringLiteral("mysql://lw:secret@127.0.0.1:3306/lw"));
    QVERIFY(!url);
    QVERIFY(!url.failure().message.contains(QStringLiteral("secret")));
    QVERIFY(url.failure().message.contains(QStringLiteral("LINEWATCH_DB_PASSWORD")));
}

LINEWATCH_TEST(TestDatabaseUrl)
#include "tst_databaseurl.moc"
