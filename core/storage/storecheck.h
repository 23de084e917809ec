// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/checkreport.h"
#include "storage/databaseurl.h"

namespace linewatch {

/** What a check may expect of a store. */
struct CheckScope {
    /**
     * At a full minute. Events and minute sums before it are not kept any more, so that hour and day sums of
     * that time can be held against nothing.
     */
    Instant keptFrom = Instant::min();
};

/**
 * Verifies a store, beside those who write it or while nobody does, in one state of it: the file (SQLite),
 * every kept sum against a recount of the events, revisions, sources, stamps, and the index over keys
 * (SQLite). Changes nothing. Reads every event several times, with memory that does not grow with the store.
 *
 * Fails when the store cannot be checked: it is not there or cannot be reached, it is no store of this
 * version's. What is found, a damaged file included, is in the report.
 */
Result<CheckReport> checkStore(const DatabaseUrl &url, const CheckProgress &progress,
                               const CheckScope &scope = {});

} // namespace linewatch
