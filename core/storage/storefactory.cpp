// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storefactory.h"

#include "storage/migrator.h"
#include "storage/resources.h"
#include "storage/sqleventreader.h"
#include "storage/sqleventstore.h"
#include "storage/sqlitedialect.h"

#include <QDir>
#include <QFileInfo>

namespace linewatch {

namespace {

/** Migrates to the newest schema; the engine that did it. */
Result<QString> makeReady(const SqlDialect &dialect)
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadWrite);
    if (!connection)
        return connection.failure();
    if (Result<void> migrated = migrate(**connection, readMigrations(dialect.migrationsPath())); !migrated)
        return migrated.failure();
    Result<QSqlQuery> engine = (*connection)->ask(dialect.engineText());
    if (!engine)
        return engine.failure();
    return engine->next() ? engine->value(0).toString() : QString();
}

template <class Port, class Opened>
Result<std::unique_ptr<Port>> asPort(Result<std::unique_ptr<Opened>> opened)
{
    if (!opened)
        return opened.failure();
    return std::unique_ptr<Port>(std::move(*opened));
}

} // namespace

StoreFactory::StoreFactory(std::unique_ptr<StoreLock> lock, std::unique_ptr<SqlDialect> dialect,
                           QString engineText)
    : m_lock(std::move(lock))
    , m_dialect(std::move(dialect))
    , m_engineText(std::move(engineText))
{
}

StoreFactory::~StoreFactory() = default;

Result<std::unique_ptr<StoreFactory>> StoreFactory::open(const DatabaseUrl &url)
{
    registerStorageResources();
    const QString folder = QFileInfo(url.sqlitePath).absolutePath();
    if (!QDir().mkpath(folder)) {
        return Failure{
            Failure::Kind::Refused,
            Sentence(QT_TRANSLATE_NOOP("Failure",
                                       "cannot make the folder %1 for the store; choose another with "
                                       "--database"),
                     folder)};
    }
    Result<std::unique_ptr<StoreLock>> lock = StoreLock::acquire(url.sqlitePath);
    if (!lock)
        return lock.failure();
    auto dialect = std::make_unique<SqliteDialect>(url.sqlitePath);
    Result<QString> engine = makeReady(*dialect);
    if (!engine)
        return engine.failure();
    return std::unique_ptr<StoreFactory>(
        new StoreFactory(std::move(*lock), std::move(dialect), std::move(*engine)));
}

Result<std::unique_ptr<EventStore>> StoreFactory::openWriter() const
{
    return asPort<EventStore>(SqlEventStore::open(*m_dialect, SqlEventStore::soleWriter()));
}

Result<std::unique_ptr<EventReader>> StoreFactory::openReader() const
{
    return asPort<EventReader>(SqlEventReader::open(*m_dialect));
}

} // namespace linewatch
