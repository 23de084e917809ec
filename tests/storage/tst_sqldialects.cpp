// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"
#include "storage/mysqldialect.h"
#include "storage/resources.h"
#include "storage/sqlitedialect.h"
#include "support/testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QtTest>

using namespace linewatch;

namespace {

QString textOf(const MultiRowSql &sql)
{
    return sql.forRows(2);
}

/** Every statement that a dialect has words of its own for. */
QString statementsOf(const SqlDialect &dialect)
{
    const QList<std::pair<QString, QString>> statements{
        {QStringLiteral("session of a writer"), dialect.sessionSetup(false).join(QStringLiteral(";\n"))},
        {QStringLiteral("session of a reader"), dialect.sessionSetup(true).join(QStringLiteral(";\n"))},
        {QStringLiteral("engine"), dialect.engineText()},
        {QStringLiteral("tables of a name"), dialect.countTables()},
        {QStringLiteral("begin migration"), dialect.beginMigration()},
        {QStringLiteral("end migration"), dialect.endMigration()},
        {QStringLiteral("record step"), dialect.recordStep()},
        {QStringLiteral("begin write"), dialect.beginWrite()},
        {QStringLiteral("begin read"), dialect.beginRead()},
        {QStringLiteral("id of a key"), dialect.eventIdText(QStringLiteral("e.event_key"))},
        {QStringLiteral("newest stamps"), dialect.newestStamps()},
        {QStringLiteral("newest stamp of a process"), dialect.committedStamp(42)},
        {QStringLiteral("changed minutes"), dialect.changedMinutes()},
        {QStringLiteral("last received"), dialect.lastReceived()},
        {QStringLiteral("buckets of a source"), dialect.bucketsOfSource(2)},
        {QStringLiteral("horizon"), dialect.horizon()},
        {QStringLiteral("held horizon"), dialect.heldHorizon()},
        {QStringLiteral("raise horizon"), dialect.raiseHorizon()},
        {QStringLiteral("take turn"), dialect.takeTurn()},
        {QStringLiteral("end turn"), dialect.endTurn()},
        {QStringLiteral("for deletion"), dialect.forDeletion()},
        {QStringLiteral("remove minutes"), dialect.removeMinutes(QStringLiteral("rollup_bucket"))},
        {QStringLiteral("add machine"), dialect.addMachine()},
        {QStringLiteral("add source"), dialect.addSource()},
        {QStringLiteral("note receipts"), textOf(dialect.noteReceipts(3))},
        {QStringLiteral("note minutes"), textOf(dialect.noteMinutes(3))},
        {QStringLiteral("add revisions"), textOf(dialect.addRevisions(3))},
        {QStringLiteral("add rejections"), textOf(dialect.addRejections(3))},
        {QStringLiteral("add to sums"), textOf(dialect.addToSums(QStringLiteral("rollup_bucket"), 3))},
    };
    QString text;
    for (const auto &[name, sql] : statements)
        text += QStringLiteral("-- %1\n%2\n;\n").arg(name, sql);
    return text;
}

QString content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : file.errorString();
}

/** Without their comments. */
QString allMigrations(const SqlDialect &dialect)
{
    static const QRegularExpression comments(QStringLiteral("--[^\n]*"));
    QString text;
    for (const Migration &migration : readMigrations(dialect.migrationsPath()))
        text += migration.steps.join(QLatin1Char('\n'));
    return text.remove(comments);
}

QSqlError errorOf(int code)
{
    return {QString(), QString(), QSqlError::StatementError, QString::number(code)};
}

} // namespace

/** The SQL of each engine as text, without any server. */
class TestSqlDialects : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { registerStorageResources(); }
    void theStatementsAreThoseThatWereAgreedOn_data();
    void theStatementsAreThoseThatWereAgreedOn();
    void mySqlHasNothingThatItsServersOrItsDriverGetWrong_data();
    void mySqlHasNothingThatItsServersOrItsDriverGetWrong();
    void mySqlTablesNameTheirEngineAndTheirText();
    void mySqlComparesIdsAsBytesAndKeepsTimesAsNumbers();
    void statementsStayWithinTheirLimits();
    void theDriverIsNeverToldToReconnect();
    void errorsOfMySqlAreTakenForWhatTheyAre_data();
    void errorsOfMySqlAreTakenForWhatTheyAre();

private:
    const MySqlDialect m_mySql{{{{QStringLiteral("db1"), 3306}}, {}, {}, {}, {}}};
    const SqliteDialect m_sqlite{QStringLiteral("/tmp/a.db")};
};

void TestSqlDialects::theStatementsAreThoseThatWereAgreedOn_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("statements");
    QTest::newRow("SQLite") << QStringLiteral("sqlite.sql") << statementsOf(m_sqlite);
    QTest::newRow("MySQL") << QStringLiteral("mysql.sql") << statementsOf(m_mySql);
}

void TestSqlDialects::theStatementsAreThoseThatWereAgreedOn()
{
    QFETCH(const QString, file);
    QFETCH(const QString, statements);
    const QString golden = content(QStringLiteral(LINEWATCH_GOLDEN_SQL "/") + file);
    if (statements != golden) {
        const QString found = QDir::tempPath() + QStringLiteral("/linewatch-") + file;
        QFile out(found);
        if (out.open(QIODevice::WriteOnly))
            out.write(statements.toUtf8());
        QFAIL(qPrintable(QStringLiteral("tests/storage/golden/%1 says otherwise; what it is now lies in %2")
                             .arg(file, found)));
    }
}

void TestSqlDialects::mySqlHasNothingThatItsServersOrItsDriverGetWrong_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("truncates in silence") << QStringLiteral("INSERT\\s+IGNORE");
    QTest::newRow("loses its rows in a prepared statement") << QStringLiteral("\\bRETURNING\\b");
    QTest::newRow("deletes what it replaces") << QStringLiteral("\\bREPLACE\\b");
    QTest::newRow("shifts with the time zone") << QStringLiteral("\\b(DATETIME|TIMESTAMP)\\b");
    QTest::newRow("SQLite alone has it") << QStringLiteral("ON CONFLICT|WITHOUT ROWID|PRAGMA|\\|\\|");
    QTest::newRow("MariaDB alone has it") << QStringLiteral("nopad|SEQUENCE|\\bVALUE\\(");
    QTest::newRow("folds or trims") << QStringLiteral("_ci\\b|general");
}

void TestSqlDialects::mySqlHasNothingThatItsServersOrItsDriverGetWrong()
{
    QFETCH(const QString, pattern);
    static const QRegularExpression names(QStringLiteral("^-- .*$"), QRegularExpression::MultilineOption);
    const QString sql = statementsOf(m_mySql).remove(names) + allMigrations(m_mySql);
    QVERIFY(sql.size() > 5000);
    const QRegularExpressionMatch match =
        QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption).match(sql);
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
}

void TestSqlDialects::mySqlTablesNameTheirEngineAndTheirText()
{
    const QString sql = allMigrations(m_mySql);
    QVERIFY(sql.count(QStringLiteral("CREATE TABLE")) > 5);
    QCOMPARE(sql.count(QStringLiteral("ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin")),
             sql.count(QStringLiteral("CREATE TABLE")));
}

void TestSqlDialects::mySqlComparesIdsAsBytesAndKeepsTimesAsNumbers()
{
    static const QRegularExpression ids(
        QStringLiteral("\\b(event_key|machine_id|line_id|factory_id)\\s+(\\w+)"));
    static const QRegularExpression times(QStringLiteral("\\b(\\w+_time|\\w+_stamp|bucket_start)\\s+(\\w+)"));
    const QString sql = allMigrations(m_mySql);
    for (auto match = ids.globalMatch(sql); match.hasNext();) {
        const QString type = match.next().captured(2);
        QVERIFY2(type == QStringLiteral("VARBINARY") || type == QStringLiteral("BLOB"), qPrintable(type));
    }
    for (auto match = times.globalMatch(sql); match.hasNext();)
        QCOMPARE(match.next().captured(2), QStringLiteral("BIGINT"));
}

void TestSqlDialects::statementsStayWithinTheirLimits()
{
    constexpr int placeholders = 65'535; // of a prepared statement in MySQL
    constexpr int columnsAtMost = 11;
    for (const SqlDialect *dialect :
         {static_cast<const SqlDialect *>(&m_mySql), static_cast<const SqlDialect *>(&m_sqlite)}) {
        const QList<int> rows = dialect->rowsAtOnce();
        QVERIFY(std::is_sorted(rows.rbegin(), rows.rend()));
        QCOMPARE(rows.last(), 1);
        QVERIFY(rows.first() * columnsAtMost <= placeholders);
    }
}

void TestSqlDialects::theDriverIsNeverToldToReconnect()
{
    MySqlDatabase wanted;
    wanted.hosts = {{QStringLiteral("db1"), 3307}, {QStringLiteral("localhost"), 3308}};
    wanted.user = QStringLiteral("plant");
    wanted.name = QStringLiteral("events");
    wanted.tls = {QStringLiteral("/ca.pem"), QStringLiteral("/cert.pem"), QStringLiteral("/key.pem")};
    const MySqlDialect dialect(wanted);
    QCOMPARE(dialect.endpoints(), 2);
    // Any driver takes these, and says again what it was given.
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("options"));
    dialect.configure(database, 1);
    QVERIFY(!database.connectOptions().contains(QStringLiteral("RECONNECT")));
    QVERIFY(database.connectOptions().contains(
        QStringLiteral("SSL_CA=/ca.pem;SSL_CERT=/cert.pem;SSL_KEY=/key.pem")));
    QCOMPARE(database.hostName(), QStringLiteral("127.0.0.1")); // over TCP, where the port counts
    QCOMPARE(database.port(), 3308);
}

void TestSqlDialects::errorsOfMySqlAreTakenForWhatTheyAre_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<Failure::Kind>("kind");
    QTest::addColumn<bool>("leavesCommitUnknown");
    QTest::newRow("deadlock") << 1213 << Failure::Kind::Contended << false;
    QTest::newRow("lock wait") << 1205 << Failure::Kind::Contended << false;
    QTest::newRow("gone away") << 2006 << Failure::Kind::ConnectionLost << true;
    QTest::newRow("lost") << 2013 << Failure::Kind::ConnectionLost << true;
    QTest::newRow("unknown statement") << 1243 << Failure::Kind::ConnectionLost << true;
    QTest::newRow("a node without its cluster") << 1047 << Failure::Kind::ConnectionLost << true;
    QTest::newRow("nobody listens") << 2003 << Failure::Kind::ConnectionLost << true;
    QTest::newRow("wrong password") << 1045 << Failure::Kind::Unavailable << true;
    QTest::newRow("full") << 1114 << Failure::Kind::Unavailable << true;
    QTest::newRow("wrong statement") << 1064 << Failure::Kind::Internal << true;
}

void TestSqlDialects::errorsOfMySqlAreTakenForWhatTheyAre()
{
    QFETCH(const int, code);
    QFETCH(const Failure::Kind, kind);
    QFETCH(const bool, leavesCommitUnknown);
    QCOMPARE(m_mySql.classify(errorOf(code)), kind);
    QCOMPARE(m_mySql.leavesCommitUnknown(errorOf(code)), leavesCommitUnknown);
    QVERIFY(!m_mySql.isDuplicateKey(errorOf(code)));
    QVERIFY(m_mySql.isDuplicateKey(errorOf(1062)));
}

LINEWATCH_TEST(TestSqlDialects)
#include "tst_sqldialects.moc"
