// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace linewatch {

/** How far a report is; header rows do not count. */
struct ReportProgress {
    std::int64_t rows = 0;
    std::int64_t total = 0;
};

/** Told every now and then from the thread that writes; false ends the report there. */
using ReportWatcher = std::function<bool(const ReportProgress &)>;

/** Rows written, or nothing when the watcher ended it. */
using ReportResult = Result<std::optional<std::int64_t>>;

} // namespace linewatch
