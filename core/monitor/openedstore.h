// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/spoolfile.h"
#include "storage/storefactory.h"

namespace linewatch {

/** A store to write, and where batches wait while it is away. */
struct OpenedStore {
    std::unique_ptr<StoreFactory> store;
    std::unique_ptr<SpoolFile> spool; ///< null: nowhere; always with SQLite
};

/**
 * Opens the store and, where it is on a server, the spool. A server that cannot be reached is waited for if
 * it was reached before, which the spool's file tells; else a wrong name would be waited for, too.
 */
Result<OpenedStore> openStore(const DatabaseUrl &database, const SpoolPlace &spool);

} // namespace linewatch
