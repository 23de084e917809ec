// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/testnode.h"

#include "storage/required.h"

namespace linewatch::test {

TestNode::TestNode(const DatabaseUrl &url) : m_factory(required(StoreFactory::open(url)))
{
    m_writer.emplace([this] { return m_factory->openWriter(); }, m_queue, m_statistics, *this);
}

TestNode::~TestNode()
{
    m_queue.close();
    m_writer.reset();
}

std::unique_ptr<EventReader> TestNode::reader() const
{
    return required(m_factory->openReader());
}

std::unique_ptr<EventStore> TestNode::store() const
{
    return required(m_factory->openWriter());
}

StampGrid TestNode::stampGrid() const
{
    return store()->stampGrid(); // every writer of a process has its seat
}

} // namespace linewatch::test
