// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/plainstore.h"

#include <memory>

namespace linewatch::test {

/**
 * Pages of all events that are read one by one while nodes write, each through the next of several readers.
 * The test fails when a list of them shows anything but what was there at its start.
 */
class PagesMeanwhile
{
public:
    explicit PagesMeanwhile(std::vector<std::unique_ptr<EventReader>> readers) : m_readers(std::move(readers))
    {
    }

    /** Begins a list where none is under way. Nobody writes meanwhile, and @p plain is what is there. */
    void begin(const PlainStore &plain);
    /** Goes on with the list that is under way. */
    void readNext();
    bool isUnderWay() const { return m_cursor.has_value(); }

private:
    std::vector<std::unique_ptr<EventReader>> m_readers;
    std::size_t m_pages = 0;
    std::optional<EventCursor> m_cursor;
    std::vector<std::pair<std::string, int>> m_expected;
    std::vector<std::pair<std::string, int>> m_seen;
};

} // namespace linewatch::test
