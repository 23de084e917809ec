// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseurl.h"
#include "storage/eventreader.h"
#include "storage/eventstore.h"
#include "storage/storelock.h"

#include <memory>

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
     * process owns the store, when it is no database or cannot be reached, or when a newer version made it. A
     * store in SQLite that turns out to be damaged is set aside, and the failure says how to restore
     * (storage/damagedstore.h).
     */
    static Result<std::unique_ptr<StoreFactory>> open(const DatabaseUrl &url);
    ~StoreFactory();
    Q_DISABLE_COPY_MOVE(StoreFactory)

    /** The engine and its version, such as 'SQLite 3.40.1'. */
    const QString &engineText() const { return m_engineText; }

    Result<std::unique_ptr<EventStore>> openWriter() const;
    Result<std::unique_ptr<EventReader>> openReader() const;

private:
    StoreFactory(std::unique_ptr<StoreLock> lock, std::unique_ptr<SqlDialect> dialect, QString engineText);
    static Result<std::unique_ptr<StoreLock>> lockFile(const QString &path);

    std::unique_ptr<StoreLock> m_lock; ///< null where several processes write the store
    std::unique_ptr<SqlDialect> m_dialect;
    QString m_engineText;
    const std::int64_t m_owner; ///< stands for this process, see SharedSeat
};

} // namespace linewatch
