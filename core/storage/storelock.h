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
    /** Fails when another process holds the store or the file cannot be made. */
    static Result<std::unique_ptr<StoreLock>> acquire(const QString &databasePath);
    ~StoreLock();
    Q_DISABLE_COPY_MOVE(StoreLock)

private:
    explicit StoreLock(int descriptor) : m_descriptor(descriptor) { }

    int m_descriptor;
};

} // namespace linewatch
