// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readonlystore.h"

#include "storage/migrator.h"
#include "storage/mysqldialect.h"
#include "storage/resources.h"
#include "storage/sqleventreader.h"
#include "storage/sqlitedialect.h"

#include <QFileInfo>

namespace linewatch {

namespace {

Result<void> checkSchema(const SqlDialect &dialect)
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    return checkNewest(**connection, readMigrations(dialect.migrationsPath()));
}

} // namespace

Result<std::unique_ptr<SqlDialect>> readOnlyDialect(const DatabaseUrl &url)
{
    if (url.mysql)
        return std::unique_ptr<SqlDialect>(std::make_unique<MySqlDialect>(*url.mysql));
    if (!QFileInfo(url.sqlitePath).isFile()) {
        return Failure{
            Failure::Kind::Refused,
            Sentence(QT_TRANSLATE_NOOP("Failure", "there is no store %1; choose another with --database"),
                     url.sqlitePath)};
    }
    return std::unique_ptr<SqlDialect>(
        std::make_unique<SqliteDialect>(url.sqlitePath, SqliteDialect::File::ReadOnly));
}

ReadOnlyStore::ReadOnlyStore(std::unique_ptr<SqlDialect> dialect, std::unique_ptr<EventReader> reader)
    : m_dialect(std::move(dialect))
    , m_reader(std::move(reader))
{
}

ReadOnlyStore::~ReadOnlyStore() = default;

Result<std::unique_ptr<ReadOnlyStore>> ReadOnlyStore::open(const DatabaseUrl &url)
{
    registerStorageResources();
    Result<std::unique_ptr<SqlDialect>> dialect = readOnlyDialect(url);
    if (!dialect)
        return dialect.failure();
    if (Result<void> checked = checkSchema(**dialect); !checked)
        return checked.failure();
    Result<std::unique_ptr<SqlEventReader>> reader = SqlEventReader::open(**dialect, 0); // writes nothing
    if (!reader)
        return reader.failure();
    return std::unique_ptr<ReadOnlyStore>(new ReadOnlyStore(std::move(*dialect), std::move(*reader)));
}

} // namespace linewatch
