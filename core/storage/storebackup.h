// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"
#include "storage/databaseurl.h"

#include <QTemporaryDir>

#include <memory>
#include <mutex>

namespace linewatch {

class SqlDialect;

/** What a backup holds. */
struct BackupSummary {
    qint64 bytes = 0;
    std::int64_t events = 0;
    Instant newestStamp; ///< the epoch where nothing was written yet
};

/**
 * A copy of an SQLite store as it is at one instant, while others may write it: VACUUM INTO is one statement
 * and reads one state. It is made in a hidden folder beside its place and gets its name when it is whole and
 * on the disk; what has that name already is never replaced. Reads the store through a connection that cannot
 * write.
 */
class StoreBackup
{
public:
    /** Fails when there is no such store, or @p file exists or can have no place. */
    static Result<std::unique_ptr<StoreBackup>> prepare(const DatabaseUrl &url, const QString &file);

    ~StoreBackup();
    Q_DISABLE_COPY_MOVE(StoreBackup)

    /** Copies, in the calling thread; once. After a failure nothing is left. */
    Result<BackupSummary> run();
    /**
     * Takes away what there is of the copy, from any thread, and for good: run() goes on for a while and
     * fails. False, with nothing done, once the copy has its name.
     */
    bool abandon();

private:
    StoreBackup(std::unique_ptr<SqlDialect> dialect, QString store, QString file, const QString &folder);

    Result<void> copy();
    Result<BackupSummary> readCopy() const;
    Result<void> place();
    Failure cannotWrite(const Sentence &reason, Failure::Kind kind = Failure::Kind::Unavailable) const;

    const std::unique_ptr<SqlDialect> m_dialect;
    const QString m_store;
    const QString m_file;
    std::mutex m_mutex;
    bool m_isPlaced = false;
    QTemporaryDir
        m_folder; ///< with all that SQLite makes meanwhile; nothing can come into it once it is gone
    const QString m_copy;
};

} // namespace linewatch
