// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QString>

#include <memory>

namespace linewatch {

/**
 * Says that this process owns an SQLite store, for as long as it lives. Held by the kernel on a file beside
 * the database, so that no end of the process, however sudden, leaves it behind.
 */
class StoreLock
{
public:
    /**
     * Fails when another process holds the store or the file cannot be made. @p inUse says what to do about
     * the first; it stands in QT_TRANSLATE_NOOP("Failure", ...) and has a %1 for the path.
     */
    static Result<std::unique_ptr<StoreLock>> acquire(const QString &databasePath,
                                                      const char *inUse = StoreInUse);
    ~StoreLock();
    Q_DISABLE_COPY_MOVE(StoreLock)

private:
    static const char *const StoreInUse;
    explicit StoreLock(int descriptor) : m_descriptor(descriptor) { }

    int m_descriptor;
};

} // namespace linewatch
