// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storefactory.h"

#include "model/systemclock.h"
#include "storage/damagedstore.h"
#include "storage/migrator.h"
#include "storage/mysqldialect.h"
#include "storage/resources.h"
#include "storage/sqleventstore.h"
#include "storage/sqlitedialect.h"
#include "storage/storeprobe.h"

#include <QRandomGenerator>

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
    if (!dialect.hasManyWriters()) {
        if (Result<void> probed = probe(**connection); !probed)
            return probed.failure();
    }
    const Result<QVariant> engine = (*connection)->readValue(dialect.engineText());
    if (!engine)
        return engine.failure();
    return engine->toString();
}

/** What is said of a store that could not be made ready. One that is ours and damaged is set aside. */
Failure notReady(const DatabaseUrl &url, const Failure &failure)
{
    const bool isDamaged = failure.kind == Failure::Kind::Damaged && wasStoreOfOurs(url.sqlitePath);
    return isDamaged ? setAside(url.sqlitePath, SystemClock().now()) : failure;
}

} // namespace

StoreFactory::StoreFactory(std::unique_ptr<StoreLock> lock, std::unique_ptr<SqlDialect> dialect,
                           QString engineText)
    : ReadableStore(std::move(dialect), std::move(engineText),
                    static_cast<std::int64_t>(QRandomGenerator::system()->generate64()))
    , m_lock(std::move(lock))
    , m_isReady(!ReadableStore::engineText().isEmpty())
{
}

StoreFactory::~StoreFactory() = default;

Result<std::unique_ptr<StoreFactory>> StoreFactory::open(const DatabaseUrl &url)
{
    registerStorageResources();
    std::unique_ptr<StoreLock> lock;
    std::unique_ptr<SqlDialect> dialect;
    if (url.mysql) {
        dialect = std::make_unique<MySqlDialect>(*url.mysql);
    } else {
        Result<std::unique_ptr<StoreLock>> locked = StoreLock::acquire(url.sqlitePath);
        if (!locked)
            return locked.failure();
        lock = std::move(*locked);
        if (wasEmptied(url.sqlitePath))
            return setAside(url.sqlitePath, SystemClock().now());
        if (isTooShort(url.sqlitePath)) {
            return Failure{Failure::Kind::Refused,
                           Sentence(QT_TRANSLATE_NOOP("Failure", "cannot open %1: %2"), url.sqlitePath,
                                    Sentence(QT_TRANSLATE_NOOP("Failure", "the file is no database")))};
        }
        dialect = std::make_unique<SqliteDialect>(url.sqlitePath);
    }
    Result<QString> engine = makeReady(*dialect);
    if (!engine)
        return notReady(url, engine.failure());
    return std::unique_ptr<StoreFactory>(
        new StoreFactory(std::move(lock), std::move(dialect), std::move(*engine)));
}

std::unique_ptr<StoreFactory> StoreFactory::await(const MySqlDatabase &database)
{
    registerStorageResources();
    return std::unique_ptr<StoreFactory>(
        new StoreFactory(nullptr, std::make_unique<MySqlDialect>(database), QString()));
}

Result<void> StoreFactory::ensureReady()
{
    if (m_isReady)
        return {};
    Result<QString> engine = makeReady(dialect());
    if (!engine)
        return engine.failure();
    setEngineText(std::move(*engine));
    m_isReady = true;
    return {};
}

Result<std::unique_ptr<EventStore>> StoreFactory::openWriter()
{
    if (Result<void> ready = ensureReady(); !ready)
        return ready.failure();
    Result<std::unique_ptr<SqlEventStore>> store = SqlEventStore::open(
        dialect(), hasManyWriters() ? SqlEventStore::oneOfMany(owner()) : SqlEventStore::soleWriter());
    if (!store)
        return store.failure();
    return std::unique_ptr<EventStore>(std::move(*store));
}

} // namespace linewatch
