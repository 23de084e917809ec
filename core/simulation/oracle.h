// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/element.h"

#include <unordered_map>

namespace linewatch::simulation {

/** An event as the server must hold it. */
struct ExpectedRow {
    EventPayload payload;
    std::optional<Instant> claim; ///< the effective receipt where it was claimed; else the server's stamp
    std::vector<EventPayload> revisions; ///< what corrections replaced, oldest first

    int version() const { return 1 + static_cast<int>(revisions.size()); }
};

using ExpectedRows = std::unordered_map<EventId, ExpectedRow>;

/**
 * Knows what the server must answer and hold, for the events of one connection. A second opinion: written
 * from the contract, it shares no rule with the code that it checks. Not thread-safe.
 */
class Oracle
{
public:
    /**
     * @p runStart is a moment before the first post by any of the clocks concerned: claims before it are
     * earlier than every stamp of the run. Claims after it must lie so far ahead that they do not count.
     */
    explicit Oracle(Instant runStart) : m_runStart(runStart) { }

    /** What each element of the batch must end as; from now on the rows are as if it was stored. */
    std::vector<Outcome> expect(const Batch &batch);

    /** What each element must end as if the batch, the last one expected, was stored before. */
    std::vector<Outcome> expectRepeated(const Batch &batch) const;

    const ExpectedRows &rows() const { return m_rows; }
    ExpectedRows takeRows() { return std::move(m_rows); }

private:
    std::optional<Instant> countingClaim(const IncomingEvent &event) const;
    Outcome judge(const ExpectedRow &row, const IncomingEvent &event) const;
    Outcome apply(const IncomingEvent &event);

    Instant m_runStart;
    ExpectedRows m_rows;
};

} // namespace linewatch::simulation
