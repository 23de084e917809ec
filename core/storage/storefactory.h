// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventstore.h"
#include "storage/readablestore.h"
#include "storage/storelock.h"

#include <memory>

namespace linewatch {

/**
 * A store that this process may write: migrated, ready to be opened for writing and reading, and locked where
 * one process owns it. openWriter() is called in the thread that will use the writer.
 */
class StoreFactory final : public ReadableStore
{
public:
    /**
     * Makes the tables where they are missing, of SQLite also the folder and the file. Fails when another
     * process owns the store, when it is no database or cannot be reached, or when a newer version made it. A
     * store in SQLite that turns out to be damaged is set aside, and the failure says how to restore
     * (storage/damagedstore.h).
     */
    static Result<std::unique_ptr<StoreFactory>> open(const DatabaseUrl &url);
    /**
     * For a server that cannot be reached now: what open() does is done by the first openWriter() that
     * reaches it.
     */
    static std::unique_ptr<StoreFactory> await(const MySqlDatabase &database);
    ~StoreFactory() override;

    /** One thread at a time. */
    Result<std::unique_ptr<EventStore>> openWriter();

private:
    StoreFactory(std::unique_ptr<StoreLock> lock, std::unique_ptr<SqlDialect> dialect, QString engineText);
    Result<void> ensureReady();

    std::unique_ptr<StoreLock> m_lock; ///< null where several processes write the store
    bool m_isReady;                    ///< the writer's thread; migrated
};

} // namespace linewatch
