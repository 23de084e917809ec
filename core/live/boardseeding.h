// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <optional>
#include <vector>

namespace linewatch {

/**
 * Which parts of a board are read from the store, and as of which stamp, while commits go on: the sources
 * first, then the minutes in slices, the newest before the older ones. It tells of each change of an event
 * whether it has to be counted or comes with what is read: exactly one of them is true, however the two are
 * mixed.
 *
 * A change whose part is not begun is left out, because a later reading holds it. Once a part is begun, what
 * is stamped later than the reading counts, at once: sums may come in any order. So nothing has to wait, or
 * to be kept.
 */
class BoardSeeding
{
public:
    /** From here on nothing counts that is not begun. What was begun before is forgotten. */
    void start();
    /**
     * Begins the sources with their newest events, or the minutes from @p from up to those begun before; both
     * were read as of the stamp @p asOf. False when a commit was left out that the reading does not hold:
     * read again.
     */
    bool beginSources(Instant asOf);
    bool beginSlice(Instant from, Instant asOf);
    /** What was read for all that is begun is on the board. */
    void noteFilled();
    /** All was begun and read. */
    void finish();

    /** Not started, or finished. */
    bool isFinished() const { return !m_running; }
    /** Whether the board is complete from @p time on. */
    bool isFilledSince(Instant time) const { return filledSince() <= time; }
    Instant filledSince() const { return m_running ? m_filledSince : Instant::min(); }

    /** A commit whose newest stamp is @p stamp was told of; its changes are asked about after that. */
    void noteCommit(Instant stamp);
    /** Whether the minute of @p eventTime has to count a change with the stamp @p stamp. */
    bool countsMinute(Instant eventTime, Instant stamp) const;
    /** Whether a source's newest event has to. */
    bool countsNewest(Instant stamp) const;

private:
    struct Slice {
        Instant from;
        Instant asOf;
    };

    bool holdsAllUntil(Instant asOf) const { return m_newestCommit <= asOf; }

    bool m_running = false;
    bool m_asks = false; ///< until the first commit that no reading can hold
    Instant m_newestCommit = Instant::min();
    Instant m_filledSince = Instant::max();
    std::optional<Instant> m_sourcesAsOf;
    std::vector<Slice> m_slices; // the newest minutes first
};

} // namespace linewatch
