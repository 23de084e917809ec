// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"
#include "storage/sqlconnection.h"

/** Numbers that belong to a store of one writer as a whole (table store_state, which only SQLite has). */
namespace linewatch::storestate {

inline constexpr char LastStamp[] =
    "last_stamp";                             ///< the newest stamp given out, microseconds since the epoch
inline constexpr char KeySeed[] = "key_seed"; ///< see KeyHasher; drawn when the store was made
inline constexpr char KeysIndexed[] = "keys_indexed"; ///< rows of table event up to this are in runs of keys

/** 0 where it was never written. */
Result<std::int64_t> read(SqlConnection &connection, const char *name);
Result<void> write(SqlConnection &connection, const char *name, std::int64_t value);

/** LastStamp as a time; the epoch in a new store. */
Result<Instant> lastStamp(SqlConnection &connection);

} // namespace linewatch::storestate
