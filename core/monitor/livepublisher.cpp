// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/livepublisher.h"

#include "monitor/threadrank.h"

namespace linewatch {

namespace {

constexpr std::chrono::milliseconds tickLength{250};
constexpr int quietTicksPerSnapshot = 4;

} // namespace

LivePublisher::LivePublisher(LiveBoard &board, const IngestQueue *queue, const Clock &clock)
    : m_board(board)
    , m_queue(queue)
    , m_clock(clock)
{
    connect(this, &LivePublisher::built, this, &LivePublisher::handOver, Qt::QueuedConnection);
    m_thread = std::thread(&LivePublisher::run, this);
}

LivePublisher::~LivePublisher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wanted.notify_one();
    m_thread.join();
}

void LivePublisher::setShownWindow(std::chrono::minutes shown)
{
    {
        const std::lock_guard lock(m_mutex);
        m_shown = shown;
        m_soon = true;
    }
    m_wanted.notify_one();
}

void LivePublisher::noteFilled()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_published)
            return; // the next tick is soon enough
        m_soon = true;
    }
    m_wanted.notify_one();
}

void LivePublisher::run()
{
    goBehindTheWindow();
    std::uint64_t publishedRevision = 0;
    int quietTicks = quietTicksPerSnapshot; // the first snapshot comes at once
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        const std::uint64_t revision = m_board.revision();
        const std::optional<Instant> readAt = m_board.readAt();
        const bool timeWentBy = !readAt && quietTicks >= quietTicksPerSnapshot;
        const bool isDue = m_soon || revision != publishedRevision || timeWentBy;
        m_soon = false;
        const std::chrono::minutes shown = m_shown;
        const Instant now = readAt.value_or(m_clock.now());
        if (isDue && m_board.canShow(now, shown)) {
            m_published = true;
            lock.unlock();
            LiveSnapshotPtr snapshot = m_board.snapshot(now, shown, queuedBatches());
            lock.lock();
            m_newest = std::move(snapshot);
            emit built(QPrivateSignal());
            publishedRevision = revision;
            quietTicks = 0;
        }
        m_wanted.wait_for(lock, tickLength, [this] { return m_ending || m_soon; });
        ++quietTicks;
    }
}

std::optional<std::int64_t> LivePublisher::queuedBatches() const
{
    return m_queue ? std::optional(static_cast<std::int64_t>(m_queue->depth())) : std::nullopt;
}

void LivePublisher::handOver()
{
    LiveSnapshotPtr snapshot;
    {
        const std::lock_guard lock(m_mutex);
        snapshot = std::move(m_newest);
    }
    if (snapshot)
        emit snapshotPublished(snapshot);
}

} // namespace linewatch
