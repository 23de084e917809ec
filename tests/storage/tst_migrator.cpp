// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/firstversion.h"
#include "storage/migrator.h"
#include "storage/sqlitedialect.h"
#include "storage/storefactory.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace linewatch;

class TestMigrator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void stepsEndWithALineOfOneSemicolon();
    void everyMigrationHasSteps();
    void anInterruptedMigrationResumesAfterEachStep();
    void aStoreOfTheFirstVersionKeepsWhatItHolds_data();
    void aStoreOfTheFirstVersionKeepsWhatItHolds();
    void runsOfKeysOfBeforeReachAsFarAsAnyDoes();
    void migratingAgainChangesNothing();
    void aNewerDatabaseIsRefusedUntouched();
    void aFileThatIsNoDatabaseIsRefusedUntouched();

private:
    static QByteArray content(const QString &path);
    static QStringList schema(SqlConnection &connection);
    static std::unique_ptr<SqlConnection> open(const SqlDialect &dialect);
    /** The migrations up to a number, the last of them with so many steps. */
    QList<Migration> cut(int number, qsizetype steps) const;
    Migration numbered(int number) const;

    QList<Migration> m_migrations;
};

QByteArray TestMigrator::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList TestMigrator::schema(SqlConnection &connection)
{
    Result<QSqlQuery> query = connection.prepare(
        QStringLiteral("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"));
    QStringList rows;
    if (query && connection.execute(*query)) {
        while (query->next())
            rows += query->value(0).toString() + QLatin1Char('=') + query->value(1).toString();
    }
    return rows;
}

std::unique_ptr<SqlConnection> TestMigrator::open(const SqlDialect &dialect)
{
    return std::move(*SqlConnection::open(dialect, SqlConnection::Access::ReadWrite));
}

void TestMigrator::initTestCase()
{
    const QTemporaryDir folder;
    QVERIFY(StoreFactory::open({folder.filePath(QStringLiteral("a.db"))})); // registers the resources
    m_migrations = readMigrations(SqliteDialect(QString()).migrationsPath());
    QVERIFY(!m_migrations.isEmpty());
}

void TestMigrator::stepsEndWithALineOfOneSemicolon()
{
    const QStringList steps = splitSteps(QStringLiteral("-- why\nA ';' b\n;\n\nC\n  ; not alone\n;  \n"));
    QCOMPARE(steps, QStringList({QStringLiteral("-- why\nA ';' b"), QStringLiteral("C\n  ; not alone")}));
}

void TestMigrator::everyMigrationHasSteps()
{
    int number = 0; // may have gaps: only the order counts
    for (const Migration &migration : std::as_const(m_migrations)) {
        QVERIFY(migration.number > std::exchange(number, migration.number));
        QVERIFY(!migration.steps.isEmpty());
    }
}

QList<Migration> TestMigrator::cut(int number, qsizetype steps) const
{
    QList<Migration> migrations;
    for (const Migration &migration : m_migrations) {
        if (migration.number <= number)
            migrations += migration;
    }
    migrations.last().steps = migrations.last().steps.first(steps);
    return migrations;
}

Migration TestMigrator::numbered(int number) const
{
    return *std::ranges::find(m_migrations, number, &Migration::number);
}

void TestMigrator::anInterruptedMigrationResumesAfterEachStep()
{
    const QTemporaryDir folder;
    const SqliteDialect whole(folder.filePath(QStringLiteral("whole.db")));
    const auto reference = open(whole);
    QVERIFY(migrate(*reference, m_migrations));

    for (const Migration &migration : std::as_const(m_migrations)) {
        for (qsizetype steps = 0; steps <= migration.steps.size(); ++steps) {
            const SqliteDialect dialect(
                folder.filePath(QStringLiteral("cut-%1-%2.db").arg(migration.number).arg(steps)));
            const auto connection = open(dialect);
            QVERIFY(migrate(*connection, cut(migration.number, steps)));
            if (steps < migration.steps.size()) // ran, but was not recorded before the end came
                QVERIFY(connection->run(migration.steps.at(steps)));
            QVERIFY(migrate(*connection, m_migrations));
            QCOMPARE(schema(*connection), schema(*reference));
        }
    }
}

void TestMigrator::aStoreOfTheFirstVersionKeepsWhatItHolds_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<qsizetype>("steps");
    for (const Migration &migration : std::as_const(m_migrations)) {
        if (migration.number == 1)
            continue;
        for (qsizetype steps = 0; steps < migration.steps.size(); ++steps)
            QTest::addRow("interrupted in step %d.%d", migration.number, int(steps))
                << migration.number << steps;
    }
}

void TestMigrator::aStoreOfTheFirstVersionKeepsWhatItHolds()
{
    QFETCH(int, number);
    QFETCH(qsizetype, steps);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    {
        const SqliteDialect dialect(path);
        const auto connection = open(dialect);
        QVERIFY(test::makeFirstVersion(*connection, dialect, test::Engine::Sqlite));
        QVERIFY(migrate(*connection, cut(number, steps)));
        QVERIFY(connection->run(numbered(number).steps.at(steps))); // ran, was not recorded
    }
    const auto factory = StoreFactory::open({path});
    QVERIFY(factory);
    const auto writer = (*factory)->openWriter();
    QVERIFY(writer);
    const std::vector<EventId> ids{EventId(std::string("E-1")), EventId(std::string("E-2")),
                                   EventId(std::string("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))};
    QCOMPARE((*writer)->lookUp(ids)->size(), 3U);
    QCOMPARE((*(*writer)->lastStamp()).time_since_epoch().count(), 30);

    const auto reader = (*factory)->openReader();
    QVERIFY(reader);
    const auto history = (*reader)->event(ids.back());
    QVERIFY(history && *history);
    QCOMPARE((*history)->current.event.version, 2);
    QCOMPARE((*history)->revisions.size(), 1U);
    const TimeWindow day{Instant{}, Instant{std::chrono::hours{24}}};
    const auto totals = (*reader)->totals({MachineId(std::string("M-1")), {}}, planWindow(day));
    QVERIFY(totals && totals->size() == 1);
    QVERIFY(totals->front().totals == (Totals{2, 1'400, 3, 0}));
    const TimeWindow hour{Instant{}, Instant{std::chrono::hours{1}}};
    QCOMPARE((*reader)->totals({}, planWindow(hour))->size(), 3U);
    QCOMPARE((*reader)->minuteTotals(day)->size(), 4U);
    const auto lines = (*reader)->lineTotals({}, planWindow(day));
    QVERIFY(lines && lines->size() == 2);
    QVERIFY(lines->front().totals == (Totals{3, 1'500, 7, 0}));
    QVERIFY(lines->back().totals == (Totals{1, 700, 0, 1}));
}

/** Where a run ended was not written down before there was retention. */
void TestMigrator::runsOfKeysOfBeforeReachAsFarAsAnyDoes()
{
    const QTemporaryDir folder;
    const SqliteDialect dialect(folder.filePath(QStringLiteral("a.db")));
    const auto connection = open(dialect);
    QVERIFY(migrate(*connection, m_migrations.first(4)));
    QVERIFY(connection->run(QStringLiteral("INSERT INTO key_run VALUES (3, 1, 800, x''), (9, 0, 100, x'')")));
    QVERIFY(connection->run(QStringLiteral("INSERT INTO store_state VALUES ('keys_indexed', 900)")));
    QVERIFY(migrate(*connection, m_migrations));
    Result<SqlRows> ends =
        connection->ask(QStringLiteral("SELECT group_concat(run_id || ' ' || last_row_id) FROM key_run_end"));
    QVERIFY(ends && ends->next());
    QCOMPARE(ends->value(0).toString(), QStringLiteral("3 900,9 900"));
}

void TestMigrator::migratingAgainChangesNothing()
{
    const QTemporaryDir folder;
    const SqliteDialect dialect(folder.filePath(QStringLiteral("a.db")));
    const auto connection = open(dialect);
    QVERIFY(migrate(*connection, m_migrations));
    const QStringList before = schema(*connection);
    QVERIFY(migrate(*connection, m_migrations));
    QCOMPARE(schema(*connection), before);
}

void TestMigrator::aNewerDatabaseIsRefusedUntouched()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    const int newer = m_migrations.last().number + 1;
    {
        const SqliteDialect dialect(path);
        const auto connection = open(dialect);
        QVERIFY(migrate(*connection, m_migrations));
        QVERIFY(connection->run(
            QStringLiteral("INSERT INTO schema_step (migration, step) VALUES (%1, 0)").arg(newer)));
    }
    const QByteArray before = content(path);
    const auto store = StoreFactory::open({path});
    QVERIFY(!store);
    QCOMPARE(store.failure().kind, Failure::Kind::Refused);
    QVERIFY(store.failure().message.contains(QStringLiteral("newer version")));
    QVERIFY(content(path) == before);
}

void TestMigrator::aFileThatIsNoDatabaseIsRefusedUntouched()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto store = StoreFactory::open({path});
    QVERIFY(!store);
    QVERIFY(store.failure().message.contains(path));
    QCOMPARE(content(path), QByteArray(8192, 'x'));
}

LINEWATCH_TEST(TestMigrator)
#include "tst_migrator.moc"
