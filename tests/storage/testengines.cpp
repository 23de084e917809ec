// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/testengines.h"

#include "storage/mysqldialect.h"
#include "storage/required.h"
#include "storage/sqlitedialect.h"

#include <QtTest>

namespace linewatch::test {

void TestEngines::addRows()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<int>("nodes");
    QTest::newRow("SQLite") << Engine::Sqlite << 1;
    if (const QString missing = MariaDbServer::missing(); !missing.isEmpty()) {
        qWarning("NOT TESTED ON MARIADB: %s", qPrintable(missing));
        return;
    }
    QTest::newRow("MariaDB") << Engine::MariaDb << 1;
    QTest::newRow("MariaDB, two nodes") << Engine::MariaDb << 2;
}

MariaDbServer &TestEngines::mariaDb()
{
    if (!m_mariaDb) {
        m_mariaDb = std::make_unique<MariaDbServer>(m_folder.path());
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
