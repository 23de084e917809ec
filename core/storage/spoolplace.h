// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace linewatch {

/** Where batches wait while the database is away. */
struct SpoolPlace {
    QString path;                                     ///< empty: nowhere, they are turned away
    std::int64_t maxBytes = 1024LL * 1024LL * 1024LL; ///< of the file
};

} // namespace linewatch
