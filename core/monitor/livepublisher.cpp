// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/livepublisher.h"

namespace linewatch {

namespace {

constexpr std::chrono::milliseconds tickLength{250};
constexpr int quietTicksPerSnapshot = 4;

} // namespace

LivePublisher::LivePublisher(LiveBoard &board, const IngestQueue &queue, const Clock &clock)
    : m_board(board), m_queue(queue), m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &LivePublisher::tick);
}

void LivePublisher::start()
{
    publish();
    m_timer.start(tickLength);
}

void LivePublisher::setShownWindow(std::chrono::minutes shown)
{
    m_shown = shown;
    publish();
}

void LivePublisher::tick()
{
    ++m_quietTicks;
    if (m_board.revision() != m_publishedRevision || m_quietTicks >= quietTicksPerSnapshot)
        publish();
}

void LivePublisher::publish()
{
    m_quietTicks = 0;
    m_publishedRevision = m_board.revision();
    emit snapshotPublished(
        m_board.snapshot(m_clock.now(), m_shown, static_cast<std::int64_t>(m_queue.depth())));
}

} // namespace linewatch
