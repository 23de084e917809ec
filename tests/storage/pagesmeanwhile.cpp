// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/pagesmeanwhile.h"

#include <QtTest>

namespace linewatch::test {

void PagesMeanwhile::begin(const PlainStore &plain)
{
    if (isUnderWay())
        return;
    m_expected = plain.listing();
    m_seen.clear();
    readNext();
}

void PagesMeanwhile::readNext()
{
    constexpr int limit = 9;
    EventReader &reader = *m_readers[m_pages++ % m_readers.size()];
    const ReadSnapshot snapshot(reader);
    QVERIFY(snapshot.begun());
    const auto page = reader.events({}, limit, m_cursor);
    QVERIFY(page);
    for (const EventItem &item : page->items)
        m_seen.emplace_back(item.event.eventId.utf8(), item.event.version);
    m_cursor = page->next;
    if (!m_cursor)
        QVERIFY(m_seen == m_expected);
}

} // namespace linewatch::test
