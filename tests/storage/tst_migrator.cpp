// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"
#include "storage/sqlitedialect.h"
#include "storage/storefactory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;

class TestMigrator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void stepsEndWithALineOfOneSemicolon();
    void everyMigrationHasSteps();
    void anInterruptedMigrationResumesAfterEachStep();
    void migratingAgainChangesNothing();
    void aNewerDatabaseIsRefusedUntouched();
    void aFileThatIsNoDatabaseIsRefusedUntouched();

private:
    static QByteArray content(const QString &path);
    static QStringList schema(SqlConnection &connection);
    static std::unique_ptr<SqlConnection> open(const SqlDialect &dialect);

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
    int number = 0;
    for (const Migration &migration : std::as_const(m_migrations)) {
        QCOMPARE(migration.number, ++number);
        QVERIFY(!migration.steps.isEmpty());
    }
}

void TestMigrator::anInterruptedMigrationResumesAfterEachStep()
{
    const QTemporaryDir folder;
    const SqliteDialect whole(folder.filePath(QStringLiteral("whole.db")));
    const auto reference = open(whole);
    QVERIFY(migrate(*reference, m_migrations));

    for (qsizetype steps = 0; steps <= m_migrations.first().steps.size(); ++steps) {
        const SqliteDialect dialect(folder.filePath(QStringLiteral("cut-%1.db").arg(steps)));
        const auto connection = open(dialect);
        Migration cut = m_migrations.first();
        cut.steps = cut.steps.first(steps);
        QVERIFY(migrate(*connection, {cut}));
        if (steps < m_migrations.first().steps.size()) // ran, but was not recorded before the end came
            QVERIFY(connection->run(m_migrations.first().steps.at(steps)));
        QVERIFY(migrate(*connection, m_migrations));
        QCOMPARE(schema(*connection), schema(*reference));
    }
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

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
