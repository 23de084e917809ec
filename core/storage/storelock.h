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
    /** What to say of it, and to do about it; each stands in QT_TRANSLATE_NOOP("Failure", ...). */
    struct Words {
        const char *inUse;    ///< another process holds it; has a %1 for the path
        const char *noFolder; ///< its folder cannot be made; has a %1 for that
    };

    /** Makes the folder where it is missing. Fails where it cannot, or another process holds the store. */
    static Result<std::unique_ptr<StoreLock>> acquire(const QString &databasePath,
                                                      const Words &words = OfStore);
    ~StoreLock();
    Q_DISABLE_COPY_MOVE(StoreLock)

private:
    static const Words OfStore;
    explicit StoreLock(int descriptor) : m_descriptor(descriptor) { }

    int m_descriptor;
};

} // namespace linewatch
