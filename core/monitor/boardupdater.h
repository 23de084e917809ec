// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/liveboard.h"
#include "model/clock.h"
#include "storage/eventreader.h"

namespace linewatch {

/**
 * Brings to a board what was committed to its store since the last time, whoever committed it: the minutes
 * that changed are read whole and take the place of what the board had. So it does not matter how often a
 * minute is read, nor what was missed while the store could not be. One thread.
 */
class BoardUpdater
{
public:
    /** Both must outlive it. */
    BoardUpdater(LiveBoard &board, const Clock &clock) : m_board(board), m_clock(clock) { }

    /** Changes count from the state of now on. Before the board is filled from that or a later one. */
    Result<void> begin(EventReader &reader);
    /**
     * Reads what changed as far as the board is filled, and nothing where nothing was committed. False when
     * the store is older than it was, such as one that was restored from a backup: begin and fill again.
     */
    Result<bool> update(EventReader &reader);

private:
    Result<void> readChanges(EventReader &reader, Instant since);

    LiveBoard &m_board;
    const Clock &m_clock;
    StoreStamps m_seen;
};

} // namespace linewatch
