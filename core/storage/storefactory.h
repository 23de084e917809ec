// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseurl.h"
#include "storage/eventreader.h"
#include "storage/eventstore.h"
#include "storage/storelock.h"

#include <memory>
#include <mutex>

namespace linewatch {

class SqlDialect;

/**
 * A store that this process may write: migrated, ready to be opened for writing and reading, and locked where
 * one process owns it. Made in any thread; openWriter() and openReader() are called in the thread that will
 * use the result.
 */
class StoreFactory
{
public:
    /**
     * Makes the tables where they are missing, of SQLite also the folder and the file. Fails when another
     * process owns the store, when it is no database or cannot be reached, or when a newer version made it.
     */
    static Result<std::unique_ptr<StoreFactory>> open(const DatabaseUrl &url);
    /**
     * For a server that cannot be reached now: what open() does is done by the first openWriter() that
     * reaches it.
     */
    static std::unique_ptr<StoreFactory> await(const MySqlDatabase &database);
    ~StoreFactory();
    Q_DISABLE_COPY_MOVE(StoreFactory)

    /** The engine and its version, such as 'SQLite 3.40.1'; empty while it could not be reached. */
    QString engineText() const;

    /** Bytes that the store's tables and indexes take; any thread, over a connection of its own. */
    Result<std::int64_t> measure() const;

    /** One thread at a time. */
    Result<std::unique_ptr<EventStore>> openWriter();
    Result<std::unique_ptr<EventReader>> openReader() const;

private:
    StoreFactory(std::unique_ptr<StoreLock> lock, std::unique_ptr<SqlDialect> dialect, QString engineText);
    Result<void> ensureReady();
    static Result<std::unique_ptr<StoreLock>> lockFile(const QString &path);

    std::unique_ptr<StoreLock> m_lock; ///< null where several processes write the store
    std::unique_ptr<SqlDialect> m_dialect;
    mutable std::mutex m_mutex;
    QString m_engineText;       ///< under the mutex
    bool m_isReady;             ///< the writer's thread; migrated
    const std::int64_t m_owner; ///< stands for this process, see SharedSeat
};

} // namespace linewatch
