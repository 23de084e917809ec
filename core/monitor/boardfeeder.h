// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batchwriter.h"
#include "live/liveboard.h"
#include "monitor/liveview.h"

namespace linewatch {

/** Tells the live board of commits: of how they went, and of what they changed unless it follows the store.
 */
class BoardFeeder final : public CommitListener
{
public:
    BoardFeeder(LiveBoard *board, LiveView::Feed feed) : m_board(board), m_feed(feed) { }

    void groupCommitted(const CommittedGroup &group) override
    {
        if (!m_board)
            return;
        std::span<const EventChange> changes;
        if (m_feed == LiveView::Feed::Commits)
            changes = group.changes.changes;
        m_board->record(changes, group.outcomes, group.arrival, group.duration);
    }

private:
    LiveBoard *m_board;
    const LiveView::Feed m_feed;
};

} // namespace linewatch
