// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace linewatch {

/** How far a spool's batches are in a store. */
struct SpoolMark {
    std::int64_t spoolId = 0; ///< drawn when the spool's file was made
    std::int64_t number = 0;  ///< of the newest of its batches that is in the store; 0: none
};

} // namespace linewatch
