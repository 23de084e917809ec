// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readablestore.h"

#include "storage/migrator.h"
#include "storage/mysqldialect.h"
#include "storage/resources.h"
#include "storage/sqleventreader.h"
#include "storage/sqlitedialect.h"

#include <QFileInfo>

namespace linewatch {

namespace {

/** The engine of a store whose schema is the one that this program wants. */
Result<QString> checkedEngine(const SqlDialect &dialect)
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    if (Result<void> checked = checkNewest(**connection, readMigrations(dialect.migrationsPath())); !checked)
        return checked.failure();
    const Result<QVariant> engine = (*connection)->readValue(dialect.engineText());
    if (!engine)
        return engine.failure();
    return engine->toString();
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

ReadableStore::ReadableStore(std::unique_ptr<SqlDialect> dialect, QString engineText, std::int64_t owner)
    : m_dialect(std::move(dialect))
    , m_engineText(std::move(engineText))
    , m_owner(owner)
{
}

ReadableStore::~ReadableStore() = default;

Result<std::unique_ptr<ReadableStore>> ReadableStore::open(const DatabaseUrl &url)
{
    constexpr std::int64_t writesNothing = 0;
    registerStorageResources();
    Result<std::unique_ptr<SqlDialect>> dialect = readOnlyDialect(url);
    if (!dialect)
        return dialect.failure();
    Result<QString> engine = checkedEngine(**dialect);
    if (!engine)
        return engine.failure();
    return std::unique_ptr<ReadableStore>(
        new ReadableStore(std::move(*dialect), std::move(*engine), writesNothing));
}

QString ReadableStore::engineText() const
{
    const std::scoped_lock lock(m_mutex);
    return m_engineText;
}

void ReadableStore::setEngineText(QString text)
{
    const std::scoped_lock lock(m_mutex);
    m_engineText = std::move(text);
}

Result<std::int64_t> ReadableStore::measure() const
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(*m_dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    const Result<QVariant> bytes = (*connection)->readValue(m_dialect->storeBytes());
    if (!bytes)
        return bytes.failure();
    return std::int64_t{bytes->toLongLong()};
}

bool ReadableStore::hasManyWriters() const
{
    return m_dialect->hasManyWriters();
}

Result<std::unique_ptr<EventReader>> ReadableStore::openReader() const
{
    Result<std::unique_ptr<SqlEventReader>> reader = SqlEventReader::open(*m_dialect, m_owner);
    if (!reader)
        return reader.failure();
    return std::unique_ptr<EventReader>(std::move(*reader));
}

} // namespace linewatch
