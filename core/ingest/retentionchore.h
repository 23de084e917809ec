// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/ingeststatistics.h"
#include "ingest/writerchore.h"
#include "model/clock.h"
#include "model/retention.h"

#include <optional>

namespace linewatch {

/**
 * Removes raw events that are older than they are to be kept: first it raises the horizon of the store, in a
 * step of its own, then what is before it goes, some rows at a time (docs/adr/0015).
 */
class RetentionChore final : public WriterChore
{
public:
    /** Rows of one step; it finds out by the time that steps take how many are right. */
    static constexpr int FewestRows = 64;
    static constexpr int MostRows = 8'192;

    /** @p retention must be set; @p clock and @p statistics must outlive the chore. */
    RetentionChore(const Clock &clock, Retention retention, IngestStatistics &statistics)
        : m_clock(clock)
        , m_retention(retention)
        , m_statistics(statistics)
    {
    }

    Result<bool> step(EventStore &store) override;

private:
    Result<bool> raiseHorizon(EventStore &store, Instant horizon);
    Result<bool> remove(EventStore &store);

    const Clock &m_clock;
    const Retention m_retention;
    IngestStatistics &m_statistics;
    std::optional<Instant> m_horizon; ///< as far as it is known to be
    bool m_more = true;
    int m_rows = 256;
};

} // namespace linewatch
