// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/spool.h"
#include "storage/spoolplace.h"
#include "storage/storelock.h"

namespace linewatch {

/**
 * The spool's file, which this process owns as long as this lives. Made in any thread; openSpool() is called
 * in the thread that will use the result.
 */
class SpoolFile
{
public:
    /** Whether there is one, so that its database was reached before. */
    static bool exists(const SpoolPlace &place);

    /**
     * Makes the file, and its folder, where they are missing. @p database names the database that the batches
     * are for: a file with batches for another is refused, as is one that another process owns.
     */
    static Result<std::unique_ptr<SpoolFile>> open(const SpoolPlace &place, const QString &database);

    /** What waited when it was opened. */
    const SpoolSums &sumsAtOpening() const { return m_sums; }

    Result<std::unique_ptr<Spool>> openSpool() const;

private:
    SpoolFile(SpoolPlace place, std::unique_ptr<StoreLock> lock)
        : m_place(std::move(place))
        , m_lock(std::move(lock))
    {
    }

    SpoolPlace m_place;
    SpoolSums m_sums;
    std::unique_ptr<StoreLock> m_lock;
};

} // namespace linewatch
