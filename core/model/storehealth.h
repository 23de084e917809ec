// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/backlog.h"
#include "model/storespace.h"

namespace linewatch {

/** How the store does that a process writes, for people. */
struct StoreHealth {
    Backlog backlog{};
    std::optional<StoreSpace> space{}; ///< nothing until it was measured
    /** Why what machines send cannot be kept, in the language of the window; empty: it can. */
    QString trouble{};

    friend bool operator==(const StoreHealth &, const StoreHealth &) = default;
};

} // namespace linewatch
