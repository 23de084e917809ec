// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlconnection.h"
#include "storage/sqlitedialect.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;

class TestSqlConnection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aQuestionIsAnsweredAnewEachTime();
    void theSameQuestionMayBeAskedWhileItIsAnswered();
    void rowsThatWereNotReadToTheirEndKeepNoState();
    void manyTextsAreNotKeptForEver();
    void aFailureIsOfThatQuestionAlone();
    void rowsThatBreakOffAreAFailure();
    void aValueIsThatOfTheFirstRow();

private:
    std::int64_t count(SqlConnection &connection, qlonglong from);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteDialect> m_dialect;
    std::unique_ptr<SqlConnection> m_connection;
};

void TestSqlConnection::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_dialect = std::make_unique<SqliteDialect>(m_folder->filePath(QStringLiteral("a.db")));
    m_connection = std::move(SqlConnection::open(*m_dialect, SqlConnection::Access::ReadWrite).value());
    QVERIFY(m_connection->run(QStringLiteral("CREATE TABLE t (n INTEGER)")));
    QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t VALUES (1), (2), (3)")));
}

void TestSqlConnection::cleanup()
{
    m_connection.reset();
    m_dialect.reset();
    m_folder.reset();
}

std::int64_t TestSqlConnection::count(SqlConnection &connection, qlonglong from)
{
    Result<SqlRows> rows = connection.ask(QStringLiteral("SELECT count(*) FROM t WHERE n >= ?"), {from});
    return rows && rows->next() ? rows->value(0).toLongLong() : -1;
}

void TestSqlConnection::aQuestionIsAnsweredAnewEachTime()
{
    QCOMPARE(count(*m_connection, 2), 2);
    QVERIFY(m_connection->ask(QStringLiteral("INSERT INTO t VALUES (?)"), {4}));
    QVERIFY(m_connection->ask(QStringLiteral("INSERT INTO t VALUES (?)"), {5}));
    QCOMPARE(count(*m_connection, 2), 4);
    QCOMPARE(count(*m_connection, 5), 1);
}

void TestSqlConnection::theSameQuestionMayBeAskedWhileItIsAnswered()
{
    const QString question = QStringLiteral("SELECT n FROM t WHERE n > ? ORDER BY n");
    QList<qlonglong> pairs;
    Result<SqlRows> outer = m_connection->ask(question, {0});
    QVERIFY(outer);
    while (outer->next()) {
        Result<SqlRows> inner = m_connection->ask(question, {outer->value(0)});
        QVERIFY(inner);
        while (inner->next())
            pairs += outer->value(0).toLongLong() * 10 + inner->value(0).toLongLong();
    }
    QCOMPARE(pairs, (QList<qlonglong>{12, 13, 23}));
}

void TestSqlConnection::rowsThatWereNotReadToTheirEndKeepNoState()
{
    const auto reader = std::move(SqlConnection::open(*m_dialect, SqlConnection::Access::ReadOnly).value());
    {
        Result<SqlRows> rows = reader->ask(QStringLiteral("SELECT n FROM t"));
        QVERIFY(rows && rows->next());
        QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t VALUES (4)")));
        QCOMPARE(count(*reader, 0), 3); // another question of the same connection sees the same state
    }
    QCOMPARE(count(*reader, 0), 4);
    Result<SqlRows> checkpoint = m_connection->ask(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    QVERIFY(checkpoint && checkpoint->next());
    QCOMPARE(checkpoint->value(0).toInt(), 0); // not held up by a reader
}

void TestSqlConnection::manyTextsAreNotKeptForEver()
{
    for (std::size_t i = 0; i < 3 * KeptStatements::MostTexts; ++i) {
        const Result<SqlRows> rows = m_connection->ask(QStringLiteral("SELECT n FROM t LIMIT %1").arg(i));
        QVERIFY(rows);
    }
    QCOMPARE(count(*m_connection, 0), 3);
}

void TestSqlConnection::aFailureIsOfThatQuestionAlone()
{
    QVERIFY(!m_connection->ask(QStringLiteral("SELECT n FROM nowhere")));
    QVERIFY(m_connection->run(QStringLiteral("CREATE UNIQUE INDEX one ON t (n)")));
    const QString insert = QStringLiteral("INSERT INTO t VALUES (?)");
    QVERIFY(!m_connection->ask(insert, {3}));
    QVERIFY(m_connection->ask(insert, {4}));
    QCOMPARE(count(*m_connection, 0), 4);
}

void TestSqlConnection::rowsThatBreakOffAreAFailure()
{
    // The last row has no absolute value.
    QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t VALUES (-9223372036854775807 - 1)")));
    const QString question = QStringLiteral("SELECT abs(n) FROM t");
    Result<QSqlQuery> prepared = m_connection->prepare(question);
    QVERIFY(prepared);
    int rows = 0;
    const auto count = [&rows](const QSqlQuery &) { ++rows; };
    const Result<void> asked = m_connection->readEach(question, {}, count);
    QVERIFY(!asked);
    QVERIFY2(asked.failure().message.contains(QStringLiteral("overflow")),
             qPrintable(asked.failure().message));
    QVERIFY(!m_connection->readEach(*prepared, count));
    QCOMPARE(rows, 2 * 3);

    QVERIFY(m_connection->run(QStringLiteral("DELETE FROM t WHERE n < 0")));
    QVERIFY(m_connection->readEach(question, {}, count));
    QVERIFY(m_connection->readEach(*prepared, count));
    QCOMPARE(rows, 4 * 3);
}

void TestSqlConnection::aValueIsThatOfTheFirstRow()
{
    QCOMPARE(m_connection->readValue(QStringLiteral("SELECT n FROM t ORDER BY n DESC")).value().toInt(), 3);
    QVERIFY(!m_connection->readValue(QStringLiteral("SELECT n FROM t WHERE n > ?"), {3}).value().isValid());
    const Result<QVariant> null = m_connection->readValue(QStringLiteral("SELECT NULL"));
    QVERIFY(null && null->isValid() && null->isNull());
    QVERIFY(!m_connection->readValue(QStringLiteral("SELECT n FROM nowhere")));
}

LINEWATCH_TEST(TestSqlConnection)
#include "tst_sqlconnection.moc"
