// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportrun.h"

#include <vector>

namespace linewatch {

/**
 * Writes each of @p items with @p writeRow, which returns Result<void>, and asks @p watcher before each of
 * them and at the end.
 */
template <class Item, class WriteRow>
ReportResult writeRows(const std::vector<Item> &items, const ReportWatcher &watcher, const WriteRow &writeRow)
{
    ReportProgress progress{0, static_cast<std::int64_t>(items.size())};
    for (const Item &item : items) {
        if (!watcher(progress))
            return std::optional<std::int64_t>();
        if (Result<void> written = writeRow(item); !written)
            return written.failure();
        ++progress.rows;
    }
    if (!watcher(progress))
        return std::optional<std::int64_t>();
    return std::optional(progress.rows);
}

} // namespace linewatch
