// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"
#include "storage/resources.h"
#include "storage/storefactory.h"
#include "storage/testengines.h"
#include "support/testprogram.h"

#include <QtTest>

#include <thread>

using namespace linewatch;
using namespace linewatch::test;

/** The migrations of MySQL, on a MariaDB server. */
class TestMySqlMigrator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anInterruptedMigrationResumesAfterEachStep();
    void migratingAgainChangesNothing();
    void nodesThatStartTogetherBothFindTheirTables();
    void aNewerDatabaseIsRefusedUntouched();

private:
    std::unique_ptr<SqlConnection> makeDatabase();
    static QStringList schema(SqlConnection &connection);

    TestEngines m_engines;
    DatabaseUrl m_url;
    std::unique_ptr<SqlDialect> m_dialect; ///< of the newest database
    QList<Migration> m_migrations;
};

void TestMySqlMigrator::initTestCase()
{
    if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("NOT TESTED: ") + missing));
    registerStorageResources();
    makeDatabase();
    m_migrations = readMigrations(m_dialect->migrationsPath());
    int number = 0;
    for (const Migration &migration : std::as_const(m_migrations)) {
        QVERIFY(migration.number > std::exchange(number, migration.number));
        QVERIFY(!migration.steps.isEmpty());
    }
}

std::unique_ptr<SqlConnection> TestMySqlMigrator::makeDatabase()
{
    m_url = m_engines.makeDatabase(Engine::MariaDb);
    m_dialect = TestEngines::dialectOf(m_url);
    return std::move(*SqlConnection::open(*m_dialect, SqlConnection::Access::ReadWrite));
}

QStringList TestMySqlMigrator::schema(SqlConnection &connection)
{
    QStringList rows;
    Result<SqlRows> columns = connection.ask(QStringLiteral(
        "SELECT table_name, column_name, column_type, column_key, extra FROM information_schema.columns"
        " WHERE table_schema = database() ORDER BY table_name, ordinal_position"));
    while (columns && columns->next()) {
        QStringList row;
        for (int i = 0; i < 5; ++i)
            row += columns->value(i).toString();
        rows += row.join(QLatin1Char(' '));
    }
    return rows;
}

void TestMySqlMigrator::anInterruptedMigrationResumesAfterEachStep()
{
    const auto reference = makeDatabase();
    const std::unique_ptr<SqlDialect> kept = std::move(m_dialect); // the connection stands on it
    QVERIFY(migrate(*reference, m_migrations));
    const QStringList whole = schema(*reference);
    QVERIFY(whole.size() > 40);
    for (qsizetype i = 0; i < m_migrations.size(); ++i) {
        const Migration &migration = m_migrations.at(i);
        for (qsizetype steps = 0; steps <= migration.steps.size(); ++steps) {
            const auto connection = makeDatabase();
            QList<Migration> cut = m_migrations.first(i + 1);
            cut.last().steps = migration.steps.first(steps);
            QVERIFY(migrate(*connection, cut));
            if (steps < migration.steps.size()) // ran, but was not recorded before the end came
                QVERIFY(connection->run(migration.steps.at(steps)));
            QVERIFY(migrate(*connection, m_migrations));
            QCOMPARE(schema(*connection), whole);
        }
    }
}

void TestMySqlMigrator::migratingAgainChangesNothing()
{
    const auto connection = makeDatabase();
    QVERIFY(migrate(*connection, m_migrations));
    const QStringList before = schema(*connection);
    QVERIFY(migrate(*connection, m_migrations));
    QCOMPARE(schema(*connection), before);
    QVERIFY(checkNewest(*connection, m_migrations));
}

void TestMySqlMigrator::nodesThatStartTogetherBothFindTheirTables()
{
    makeDatabase();
    std::array<bool, 4> opened{};
    {
        std::vector<std::thread> nodes;
        for (bool &each : opened)
            nodes.emplace_back([this, &each] {
                const auto factory = StoreFactory::open(m_url);
                each = factory && (*factory)->openWriter();
            });
        for (std::thread &node : nodes)
            node.join();
    }
    QVERIFY(std::all_of(opened.begin(), opened.end(), [](bool each) { return each; }));
}

void TestMySqlMigrator::aNewerDatabaseIsRefusedUntouched()
{
    const auto connection = makeDatabase();
    QVERIFY(connection->run(QStringLiteral("CREATE TABLE schema_step (migration INTEGER NOT NULL,"
                                           " step INTEGER NOT NULL, PRIMARY KEY (migration, step))")));
    QVERIFY(connection->run(
        QStringLiteral("INSERT INTO schema_step VALUES (%1, 0)").arg(m_migrations.last().number + 1)));
    const QStringList before = schema(*connection);
    const auto store = StoreFactory::open(m_url);
    QVERIFY(!store);
    QCOMPARE(store.failure().kind, Failure::Kind::Refused);
    QVERIFY(store.failure().message.contains(QStringLiteral("newer version")));
    QCOMPARE(schema(*connection), before);
}

LINEWATCH_TEST(TestMySqlMigrator)
#include "tst_mysqlmigrator.moc"
