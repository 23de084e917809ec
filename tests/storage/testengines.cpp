// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/testengines.h"

#include "storage/mysqldialect.h"
#include "storage/required.h"
#include "storage/sqlitedialect.h"

#include <QtTest>

namespace linewatch::test {

namespace {

bool hasMariaDb()
{
    const QString missing = MariaDbServer::missing();
    if (!missing.isEmpty())
        qWarning("NOT TESTED ON MARIADB: %s", qPrintable(missing));
    return missing.isEmpty();
}

} // namespace

void TestEngines::addEngines()
{
    QTest::addColumn<Engine>("engine");
    QTest::newRow("SQLite") << Engine::Sqlite;
    if (hasMariaDb())
        QTest::newRow("MariaDB") << Engine::MariaDb;
}

void TestEngines::addEnginesAndNodes()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<int>("nodes");
    QTest::newRow("SQLite") << Engine::Sqlite << 1;
    if (!hasMariaDb())
        return;
    QTest::newRow("MariaDB") << Engine::MariaDb << 1;
    QTest::newRow("MariaDB, two nodes") << Engine::MariaDb << 2;
}

MariaDbServer &TestEngines::mariaDb()
{
    if (!m_mariaDb) {
        // A server that ends, however it ends, loses nothing with it; only a computer would, and none does
        // here.
        const QStringList quicker{QStringLiteral("--innodb-flush-log-at-trx-commit=2")};
        m_mariaDb = std::make_unique<MariaDbServer>(m_folder.path(), quicker);
        if (!m_mariaDb->start())
            qFatal("cannot start MariaDB: %s", m_mariaDb->log().constData());
    }
    return *m_mariaDb;
}

DatabaseUrl TestEngines::makeDatabase(Engine engine)
{
    const QString name = QStringLiteral("test%1").arg(++m_databases);
    if (engine == Engine::Sqlite)
        return DatabaseUrl{m_folder.filePath(name + QStringLiteral(".db"))};
    mariaDb().run(QStringLiteral("CREATE DATABASE ") + name);
    return required(DatabaseUrl::parse(mariaDb().url(name)));
}

std::unique_ptr<SqlDialect> TestEngines::dialectOf(const DatabaseUrl &url)
{
    if (url.mysql)
        return std::make_unique<MySqlDialect>(*url.mysql);
    return std::make_unique<SqliteDialect>(url.sqlitePath);
}

} // namespace linewatch::test
