// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/testwriters.h"

#include <map>

namespace linewatch::test {

/** What is written in one transaction, by event id. */
using Payloads = std::map<std::string, EventPayload>;

/** A store that several processes write in turn, and the rows that it must have. */
class WrittenStore
{
public:
    /** All is received after @p now. */
    WrittenStore(const DatabaseUrl &url, int nodes, Instant now);

    /** In a transaction of the writer whose turn it is; a correction where an id is there already. */
    void write(const Payloads &payloads);

    /** As they are in the store, by event id. */
    const std::map<std::string, StoredEvent> &rows() const { return m_rows; }
    EventStore &writer() { return *m_writers.next().store; }
    /** Another one each time. */
    EventReader &reader() { return *m_writers.all()[m_readings++ % m_writers.all().size()].reader; }

private:
    /** The row that a payload makes, received by @p writer. */
    EventChange changeOf(const std::string &id, const EventPayload &payload, TestWriter &writer);

    TestWriters m_writers;
    Instant m_now;
    std::size_t m_readings = 0;
    std::map<std::string, StoredEvent> m_rows;
};

} // namespace linewatch::test
