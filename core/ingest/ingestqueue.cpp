// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingestqueue.h"

namespace linewatch {

bool IngestQueue::push(PendingBatch &batch)
{
    {
        const std::scoped_lock lock(m_mutex);
        const std::size_t events = batch.events.size();
        if (m_closed || (!m_batches.empty() && m_events + events > m_maxEvents))
            return false;
        m_events += events;
        m_batches.push_back(std::move(batch));
    }
    m_changed.notify_one();
    return true;
}

std::optional<std::vector<PendingBatch>>
IngestQueue::takeGroup(std::size_t maxEvents, const Gathering &gathering,
                       std::optional<std::chrono::microseconds> patience)
{
    std::unique_lock lock(m_mutex);
    const auto hasNews = [this] { return m_closed || !m_batches.empty(); };
    if (!patience)
        m_changed.wait(lock, hasNews);
    else if (!m_changed.wait_for(lock, *patience, hasNews))
        return std::vector<PendingBatch>{};
    if (m_batches.empty())
        return std::nullopt;
    m_changed.wait_for(lock, gathering.atMost,
                       [this, &gathering] { return m_closed || m_events >= gathering.events; });
    std::vector<PendingBatch> group;
    std::size_t events = 0;
    while (!m_batches.empty() && (group.empty() || events + m_batches.front().events.size() <= maxEvents)) {
        events += m_batches.front().events.size();
        group.push_back(std::move(m_batches.front()));
        m_batches.pop_front();
    }
    m_events -= events;
    return group;
}

void IngestQueue::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
}

bool IngestQueue::waitUntilClosed(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [this] { return m_closed; });
}

void IngestQueue::setMaxEvents(std::size_t maxEvents)
{
    const std::scoped_lock lock(m_mutex);
    m_maxEvents = maxEvents;
}

std::size_t IngestQueue::depth() const
{
    const std::scoped_lock lock(m_mutex);
    return m_batches.size();
}

} // namespace linewatch
