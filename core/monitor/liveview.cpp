// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/liveview.h"

namespace linewatch {

LiveView::LiveView(const Parts &parts)
    : m_publisher(parts.board, parts.queue, parts.clock)
    , m_windows(parts.openReader, parts.clock, parts.rules)
    , m_queries(parts.openReader)
    , m_registry(parts.openReader, parts.board)
{
    connect(&m_publisher, &LivePublisher::snapshotPublished, this, &LiveView::snapshotPublished);
    connect(&m_windows, &WindowReader::windowRead, this, &LiveView::windowRead);
    connect(&m_windows, &WindowReader::windowReadFailed, this, &LiveView::windowReadFailed);
    if (parts.feed == Feed::Commits)
        fill(parts);
    else
        follow(parts);
}

void LiveView::fill(const Parts &parts)
{
    m_filler = std::make_unique<BoardFiller>(parts.openReader, parts.board, parts.clock,
                                             [this] { m_publisher.noteFilled(); });
    connect(m_filler.get(), &BoardFiller::fillingFailed, this, &LiveView::boardFailed);
}

void LiveView::follow(const Parts &parts)
{
    m_follower = std::make_unique<StoreFollower>(parts.openReader, parts.board, parts.clock,
                                                 [this] { m_publisher.noteFilled(); });
    connect(m_follower.get(), &StoreFollower::fillingFailed, this, &LiveView::boardFailed);
    connect(m_follower.get(), &StoreFollower::lost, this, &LiveView::storeLost);
    connect(m_follower.get(), &StoreFollower::found, this, &LiveView::storeFound);
}

} // namespace linewatch
