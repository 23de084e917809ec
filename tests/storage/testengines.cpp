// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/testengines.h"

#include "storage/mysqldialect.h"
#include "storage/sqlitedialect.h"

#include <QtTest>

namespace linewatch::test {

void TestEngines::addRows()
{
    QTest::addColumn<Engine>("engine");
    QTest::newRow("SQLite") << Engine::Sqlite;
    if (const QString missing = MariaDbServer::missing(); missing.isEmpty())
        QTest::newRow("MariaDB") << Engine::MariaDb;
    else
        qWarning("NOT TESTED ON MARIADB: %s", qPrintable(missing));
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
    Result<DatabaseUrl> url = DatabaseUrl::parse(mariaDb().url(name));
    if (!url)
        qFatal("%s", qPrintable(url.failure().message));
    return *url;
}

std::unique_ptr<SqlDialect> TestEngines::dialectOf(const DatabaseUrl &url)
{
    if (url.mysql)
        return std::make_unique<MySqlDialect>(*url.mysql);
    return std::make_unique<SqliteDialect>(url.sqlitePath);
}

} // namespace linewatch::test
