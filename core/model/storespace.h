// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace linewatch {

/** The room that a store takes and has, in bytes. */
struct StoreSpace {
    std::int64_t used = 0;                    ///< the database with its indexes, of SQLite also its log
    std::optional<std::int64_t> growthPerDay; ///< unknown until it was watched for a while
    std::optional<std::int64_t> free;         ///< on the disk of this computer that batches are written to

    friend bool operator==(const StoreSpace &, const StoreSpace &) = default;
};

/** Whether the disk wants somebody to look after it: less than 1 GiB free, or than what comes in within a week. */
bool isShort(const StoreSpace &space);

} // namespace linewatch
