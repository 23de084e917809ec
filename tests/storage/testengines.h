// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseurl.h"
#include "storage/sqldialect.h"
#include "support/mariadbserver.h"

#include <QTemporaryDir>

#include <memory>

namespace linewatch::test {

enum class Engine { Sqlite, MariaDb };

/**
 * Databases for tests that every engine has to pass, each database a new one. MariaDB is started when the
 * first is asked for and ends with this. It lives as long as a test program.
 */
class TestEngines
{
public:
    /**
     * Rows for a test's global data: a column "engine". An engine that this machine does not have is left
     * out, loudly.
     */
    static void addEngines();
    /** The same with a column "nodes": how many processes write in turn. */
    static void addEnginesAndNodes();

    /** Ends the test program when it cannot be made. */
    DatabaseUrl makeDatabase(Engine engine);
    /** For a connection that goes past the store; @p url must come from makeDatabase(). */
    static std::unique_ptr<SqlDialect> dialectOf(const DatabaseUrl &url);
    /** Started. */
    MariaDbServer &mariaDb();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MariaDbServer> m_mariaDb;
    int m_databases = 0;
};

} // namespace linewatch::test

Q_DECLARE_METATYPE(linewatch::test::Engine)
