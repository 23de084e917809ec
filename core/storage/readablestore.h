// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseurl.h"
#include "storage/eventreader.h"

#include <memory>
#include <mutex>

namespace linewatch {

class SqlDialect;

/** For connections that read a store which is there; fails when there is no such file. */
Result<std::unique_ptr<SqlDialect>> readOnlyDialect(const DatabaseUrl &url);

/**
 * A store with this program's schema, ready to be opened for reading. Made in any thread; openReader() is
 * called in the thread that will use the reader, which must go before this.
 */
class ReadableStore
{
public:
    /**
     * One that is there, to be read beside those who write it or while nobody does. Takes no lock, makes and
     * migrates nothing. Fails when there is no such store, or when it has another schema than this program's.
     */
    static Result<std::unique_ptr<ReadableStore>> open(const DatabaseUrl &url);
    virtual ~ReadableStore();
    Q_DISABLE_COPY_MOVE(ReadableStore)

    /** The engine and its version, such as 'SQLite 3.40.1'; empty while it could not be reached. Any thread.
     */
    QString engineText() const;
    /** Bytes that its tables and indexes take; any thread, over a connection of its own. */
    Result<std::int64_t> measure() const;
    /** Whether other processes may write it beside this one. */
    bool hasManyWriters() const;

    Result<std::unique_ptr<EventReader>> openReader() const;

protected:
    /** @p owner stands for this process where several write, see SharedSeat. */
    ReadableStore(std::unique_ptr<SqlDialect> dialect, QString engineText, std::int64_t owner);

    const SqlDialect &dialect() const { return *m_dialect; }
    std::int64_t owner() const { return m_owner; }
    void setEngineText(QString text);

private:
    std::unique_ptr<SqlDialect> m_dialect;
    mutable std::mutex m_mutex;
    QString m_engineText; ///< under the mutex
    const std::int64_t m_owner;
};

} // namespace linewatch
