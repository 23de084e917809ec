// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <QString>

#include <optional>

namespace linewatch {

/** What waits on disk for a database that is away. */
struct Backlog {
    std::int64_t batches = 0;
    std::int64_t events = 0;
    std::int64_t bytes = 0;                 ///< on disk
    std::optional<Instant> oldestArrival{}; ///< of the batch that waits longest
    QString reason{};                       ///< why the database did not take it; one line for people
    bool takesMore = true;                  ///< false once a batch found no room

    bool isEmpty() const { return batches == 0; }

    friend bool operator==(const Backlog &, const Backlog &) = default;
};

} // namespace linewatch
