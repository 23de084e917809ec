// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/testnode.h"

namespace linewatch::test {

namespace {

template <class T>
T require(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.failure().message));
    return std::move(*result);
}

} // namespace

TestNode::TestNode(const DatabaseUrl &url) : m_factory(require(StoreFactory::open(url)))
{
    m_writer.emplace([this] { return m_factory->openWriter(); }, m_queue, m_statistics, *this);
}

TestNode::~TestNode()
{
    m_queue.close();
    m_writer.reset();
}

TestNode::Answer TestNode::post(PendingBatch batch)
{
    const auto promise = std::make_shared<std::promise<Result<BatchResult>>>();
    batch.done = [promise](Result<BatchResult> result) { promise->set_value(std::move(result)); };
    if (!m_queue.push(batch))
        qFatal("the queue of the test is too small");
    return promise->get_future();
}

TestNode::Answer TestNode::post(std::vector<IncomingEvent> events, Instant arrival)
{
    PendingBatch batch;
    batch.arrival = arrival;
    for (IncomingEvent &event : events)
        batch.events.emplace_back(std::move(event));
    return post(std::move(batch));
}

std::unique_ptr<EventReader> TestNode::reader() const
{
    return require(m_factory->openReader());
}

std::unique_ptr<EventStore> TestNode::store() const
{
    return require(m_factory->openWriter());
}

} // namespace linewatch::test
