// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/firstversion.h"

#include "storage/migrator.h"
#include "storage/resources.h"
#include "storage/sqlconnection.h"

namespace linewatch::test {

namespace {

const std::vector<const char *> &rowsOn(Engine engine)
{
    static const std::vector<const char *> sqlite{
        "INSERT INTO machine (machine_id) VALUES ('M-1'), ('M-2')",
        "INSERT INTO source VALUES (1, 'M-1', 'L-1', '', 30), (2, 'M-2', '', '', 20), (3, 'M-2', 'L-1', '', "
        "15)",
        "INSERT INTO event VALUES (1, CAST('E-1' AS BLOB), 1, 61000000, 500, 2, 10, 0, 1),"
        " (2, CAST('E-2' AS BLOB), 2, 62000000, 700, -1, 20, 0, 1),"
        " (3, x'f81d4fae7dec11d0a76500a0c91e6bf6', 1, 3700000000, 900, 1, 30, 0, 2),"
        " (4, CAST('E-4' AS BLOB), 3, 63000000, 100, 4, 15, 0, 1)",
        "INSERT INTO event_revision VALUES"
        " (x'f81d4fae7dec11d0a76500a0c91e6bf6', 1, 1, 3700000000, 900, 0, 25, 0, 30)",
        "INSERT INTO rollup VALUES (60, 1, 60, 1, 500, 2, 0), (60, 2, 60, 1, 700, 0, 1),"
        " (60, 3, 60, 1, 100, 4, 0), (3600, 3, 0, 1, 100, 4, 0), (86400, 3, 0, 1, 100, 4, 0),"
        " (60, 1, 3660, 1, 900, 1, 0), (3600, 1, 0, 1, 500, 2, 0), (3600, 2, 0, 1, 700, 0, 1),"
        " (3600, 1, 3600, 1, 900, 1, 0), (86400, 1, 0, 2, 1400, 3, 0), (86400, 2, 0, 1, 700, 0, 1)",
        "INSERT INTO store_state VALUES ('last_stamp', 30)"};
    static const std::vector<const char *> mariaDb{
        "INSERT INTO node VALUES (1, 7, 0, 30)",
        "INSERT INTO machine (machine_id) VALUES ('M-1'), ('M-2')",
        "INSERT INTO source VALUES (1, 'M-1', 'L-1', ''), (2, 'M-2', '', ''), (3, 'M-2', 'L-1', '')",
        "INSERT INTO source_receipt VALUES (1, 1, 30), (2, 1, 20), (3, 1, 15)",
        "INSERT INTO event VALUES (1, 'E-1', 1, 61000000, 500, 2, 10, 0, 1, 1),"
        " (2, 'E-2', 2, 62000000, 700, -1, 20, 0, 1, 1),"
        " (3, x'f81d4fae7dec11d0a76500a0c91e6bf6', 1, 3700000000, 900, 1, 30, 0, 2, 1),"
        " (4, 'E-4', 3, 63000000, 100, 4, 15, 0, 1, 1)",
        "INSERT INTO event_revision VALUES"
        " (x'f81d4fae7dec11d0a76500a0c91e6bf6', 1, 1, 3700000000, 900, 0, 25, 0, 30, 1, 1)",
        "INSERT INTO rollup_bucket VALUES (60, 60, 1, 1, 1, 500, 2, 0), (60, 60, 2, 1, 1, 700, 0, 1),"
        " (60, 60, 3, 1, 1, 100, 4, 0), (3600, 0, 3, 1, 1, 100, 4, 0), (86400, 0, 3, 1, 1, 100, 4, 0),"
        " (60, 3660, 1, 1, 1, 900, 1, 0), (3600, 0, 1, 1, 1, 500, 2, 0), (3600, 0, 2, 1, 1, 700, 0, 1),"
        " (3600, 3600, 1, 1, 1, 900, 1, 0), (86400, 0, 1, 1, 2, 1400, 3, 0), (86400, 0, 2, 1, 1, 700, 0, 1)",
        "INSERT INTO line_bucket VALUES (60, 60, 1, 1, 2, 600, 6, 0), (60, 60, 2, 1, 1, 700, 0, 1),"
        " (60, 3660, 1, 1, 1, 900, 1, 0), (3600, 0, 1, 1, 2, 600, 6, 0), (3600, 0, 2, 1, 1, 700, 0, 1),"
        " (3600, 3600, 1, 1, 1, 900, 1, 0), (86400, 0, 1, 1, 3, 1500, 7, 0), (86400, 0, 2, 1, 1, 700, 0, 1)"};
    return engine == Engine::Sqlite ? sqlite : mariaDb;
}

} // namespace

Result<void> makeFirstVersion(SqlConnection &connection, const SqlDialect &dialect, Engine engine)
{
    registerStorageResources();
    if (Result<void> made = migrate(connection, readMigrations(dialect.migrationsPath()).first(1)); !made)
        return made;
    for (const char *statement : rowsOn(engine)) {
        if (Result<void> run = connection.run(QString::fromLatin1(statement)); !run)
            return run;
    }
    return {};
}

} // namespace linewatch::test
