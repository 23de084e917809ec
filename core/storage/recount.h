// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/rollup.h"
#include "storage/sqlconnection.h"

#include <map>
#include <optional>
#include <vector>

namespace linewatch {

/** Sums by the number of a source. */
using SumsBySource = std::map<std::int64_t, Totals>;

/** What the events of one minute sum to. */
struct CountedMinute {
    std::int64_t start = 0; ///< seconds since the epoch
    SumsBySource sums;
};

/**
 * Counts the events of a store anew, minute by minute in the order of their time, within a transaction that
 * reads one state. Keeps a page of events and the sums of a minute in memory, however large the store is.
 */
class Recount
{
public:
    /**
     * From @p from on, which is at a full minute: what is older is not read. @p connection must outlive it.
     */
    explicit Recount(SqlConnection &connection, Instant from = Instant::min());

    /** The next minute that has events; nothing at the end. */
    Result<std::optional<CountedMinute>> next();
    std::int64_t eventsRead() const { return m_read; }

private:
    struct Row {
        std::int64_t rowId = 0;
        std::int64_t sourceId = 0;
        EventPayload payload; ///< without names
    };

    Result<bool> hasRow();
    Result<void> readPage();

    SqlConnection &m_connection;
    std::vector<Row> m_page;
    std::size_t m_next = 0; ///< of the page
    Instant m_time;         ///< of the last event that was read, or where to begin
    std::int64_t m_rowId = 0;
    bool m_atEnd = false;
    std::int64_t m_read = 0;
};

} // namespace linewatch
