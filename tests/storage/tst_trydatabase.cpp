// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/trydatabase.h"

#include "storage/sqlconnection.h"
#include "storage/storefactory.h"
#include "storage/testengines.h"
#include "support/testprogram.h"

#include <QDir>
#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** What the test of a database says, on real databases in the states that people bring them into. */
class TestTryDatabase : public QObject
{
    Q_OBJECT

private slots:
    void aStoreIsGoodAndStaysAsItIs_data() { addEngines(); }
    void aStoreIsGoodAndStaysAsItIs();
    void aNewerStoreIsRefused_data() { addEngines(); }
    void aNewerStoreIsRefused();
    void whereNothingIsNothingIsMade();
    void aFileThatIsNoDatabaseIsNamed();
    void aFolderInPlaceOfAFileIsNamed();
    void aStoreInUseIsNamedUnlessItIsOurOwn();
    void aFolderThatCannotBeWrittenIsNamed();
    void anEmptyDatabaseStaysEmpty();
    void aServerThatIsNotThereIsNamed();
    void aWrongPasswordIsNamed();
    void aMissingDatabaseIsNamed();
    void missingRightsAreNamed_data();
    void missingRightsAreNamed();

private:
    static void addEngines();
    /** On MariaDB, or not at all. */
    DatabaseUrl mariaDbUrl() { return m_engines.makeDatabase(Engine::MariaDb); }
    static QString said(const DatabaseUrl &url, const QString &inUse = {});
    static void makeStore(const DatabaseUrl &url) { QVERIFY(StoreFactory::open(url)); }

    TestEngines m_engines;
    QTemporaryDir m_folder;
};

void TestTryDatabase::addEngines()
{
    QTest::addColumn<Engine>("engine");
    QTest::newRow("SQLite") << Engine::Sqlite;
    if (MariaDbServer::missing().isEmpty())
        QTest::newRow("MariaDB") << Engine::MariaDb;
    else
        qWarning("NOT TESTED ON MARIADB: %s", qPrintable(MariaDbServer::missing()));
}

QString TestTryDatabase::said(const DatabaseUrl &url, const QString &inUse)
{
    const Result<Sentence> tried = tryDatabase(url, inUse);
    const QString text = tried ? u"good: "_s + tried->translated() : u"bad: "_s + tried.failure().shown;
    return text.contains(u'\n') ? u"more than one line"_s : text;
}

#define VERIFY_SAID(heard, begin, words)                                                                     \
    do {                                                                                                     \
        const QString text = (heard);                                                                        \
        QVERIFY2(text.startsWith(begin) && text.contains(words), qPrintable(text));                          \
    } while (false)

#define NEEDS_MARIADB                                                                                        \
    if (!MariaDbServer::missing().isEmpty())                                                                 \
    QSKIP("NOT TESTED: there is no MariaDB")

void TestTryDatabase::aStoreIsGoodAndStaysAsItIs()
{
    QFETCH(Engine, engine);
    const DatabaseUrl url = m_engines.makeDatabase(engine);
    makeStore(url);
    VERIFY_SAID(said(url), u"good: "_s, u"there is a store"_s);
    VERIFY_SAID(said(url), u"good: "_s, u"there is a store"_s);
    if (engine == Engine::MariaDb)
        QCOMPARE(m_engines.mariaDb().run(u"SHOW TABLES LIKE '%trial%'"_s, url.mysql->name), QByteArray());
    else
        QCOMPARE(QDir(QFileInfo(url.sqlitePath).path()).entryList({u"*trial*"_s}), QStringList());
}

void TestTryDatabase::aNewerStoreIsRefused()
{
    QFETCH(Engine, engine);
    const DatabaseUrl url = m_engines.makeDatabase(engine);
    makeStore(url);
    const auto dialect = TestEngines::dialectOf(url);
    {
        const auto connection = SqlConnection::open(*dialect, SqlConnection::Access::ReadWrite);
        QVERIFY(connection);
        QVERIFY((*connection)->run(u"INSERT INTO schema_step (migration, step) VALUES (9999, 1)"_s));
    }
    VERIFY_SAID(said(url), u"bad: "_s, u"newer"_s);
}

void TestTryDatabase::whereNothingIsNothingIsMade()
{
    const QString path = m_folder.filePath(u"not/yet/there/a.db"_s);
    VERIFY_SAID(said({path}), u"good: "_s, u"no store yet"_s);
    QVERIFY(!QFileInfo::exists(m_folder.filePath(u"not"_s)));
}

void TestTryDatabase::aFileThatIsNoDatabaseIsNamed()
{
    const QString path = m_folder.filePath(u"letter.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("Dear Sir or Madam, ").repeated(400));
    file.close();
    VERIFY_SAID(said({path}), u"bad: "_s, u"no database"_s);
    QCOMPARE(QFileInfo(path).size(), 7'600);
}

void TestTryDatabase::aFolderInPlaceOfAFileIsNamed()
{
    VERIFY_SAID(said({m_folder.path()}), u"bad: "_s, u"is no file"_s);
}

void TestTryDatabase::aStoreInUseIsNamedUnlessItIsOurOwn()
{
    const DatabaseUrl url = m_engines.makeDatabase(Engine::Sqlite);
    const auto store = StoreFactory::open(url);
    QVERIFY(store);
    VERIFY_SAID(said(url), u"bad: "_s, url.sqlitePath);
    VERIFY_SAID(said(url, url.sqlitePath), u"good: "_s, u"there is a store"_s);
}

/** In a folder where not even root can make a file. */
void TestTryDatabase::aFolderThatCannotBeWrittenIsNamed()
{
    VERIFY_SAID(said({u"/proc/linewatch/a.db"_s}), u"bad: "_s,
                u"nothing can be written into the folder /proc"_s);
}

void TestTryDatabase::anEmptyDatabaseStaysEmpty()
{
    NEEDS_MARIADB;
    const DatabaseUrl url = mariaDbUrl();
    VERIFY_SAID(said(url), u"good: "_s, u"no store yet"_s);
    QCOMPARE(m_engines.mariaDb().run(u"SHOW TABLES"_s, url.mysql->name), QByteArray());
}

void TestTryDatabase::aServerThatIsNotThereIsNamed()
{
    DatabaseUrl url{QString(), MySqlDatabase()};
    url.mysql->hosts = {{u"127.0.0.1"_s, freePort()}};
    url.mysql->user = u"a"_s;
    url.mysql->name = u"b"_s;
    VERIFY_SAID(said(url), u"bad: "_s, u"cannot be reached; check the host"_s);
}

void TestTryDatabase::aWrongPasswordIsNamed()
{
    NEEDS_MARIADB;
    DatabaseUrl url = mariaDbUrl();
    m_engines.mariaDb().run(u"CREATE OR REPLACE USER careful@'%' IDENTIFIED BY 'right'"_s);
    m_engines.mariaDb().run(u"GRANT ALL ON %1.* TO careful@'%'"_s.arg(url.mysql->name));
    url.mysql->user = u"careful"_s;
    url.mysql->password = u"wrong"_s;
    VERIFY_SAID(said(url), u"bad: "_s, u"check the user, the password"_s);
    url.mysql->password = u"right"_s;
    VERIFY_SAID(said(url), u"good: "_s, u"no store yet"_s);
}

void TestTryDatabase::aMissingDatabaseIsNamed()
{
    NEEDS_MARIADB;
    DatabaseUrl url = mariaDbUrl();
    url.mysql->name = u"nowhere"_s;
    VERIFY_SAID(said(url), u"bad: "_s, u"no such database"_s);
}

void TestTryDatabase::missingRightsAreNamed_data()
{
    QTest::addColumn<QString>("rights");
    QTest::addColumn<QString>("missing");
    QTest::newRow("reading alone") << u"SELECT"_s << u"(CREATE)"_s;
    QTest::newRow("no changing of tables")
        << u"SELECT, CREATE, INDEX, DROP, INSERT, UPDATE, DELETE"_s << u"(ALTER)"_s;
    QTest::newRow("no writing") << u"SELECT, CREATE, INDEX, ALTER, DROP"_s << u"(INSERT)"_s;
    QTest::newRow("no deleting") << u"SELECT, CREATE, INDEX, ALTER, DROP, INSERT, UPDATE"_s << u"(DELETE)"_s;
}

void TestTryDatabase::missingRightsAreNamed()
{
    NEEDS_MARIADB;
    QFETCH(QString, rights);
    QFETCH(QString, missing);
    DatabaseUrl url = mariaDbUrl();
    m_engines.mariaDb().run(u"CREATE OR REPLACE USER modest@'%' IDENTIFIED BY 'm'"_s);
    m_engines.mariaDb().run(u"GRANT %1 ON %2.* TO modest@'%'"_s.arg(rights, url.mysql->name));
    url.mysql->user = u"modest"_s;
    url.mysql->password = u"m"_s;
    VERIFY_SAID(said(url), u"bad: "_s, missing);
    VERIFY_SAID(said(url), u"bad: "_s, u"GRANT ALL ON "_s + url.mysql->name);
    QCOMPARE(m_engines.mariaDb().run(u"SHOW TABLES"_s, url.mysql->name), QByteArray());
}

LINEWATCH_TEST(TestTryDatabase)
#include "tst_trydatabase.moc"
