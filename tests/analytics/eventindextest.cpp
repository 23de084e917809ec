// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventindextest.h"

#include "model/samples.h"
#include "storage/required.h"

#include <QtTest>

#include <algorithm>

namespace linewatch::test {

using namespace std::chrono_literals;

Instant EventIndexTest::start()
{
    return at("2026-01-14T22:31:17.25Z");
}

void EventIndexTest::init()
{
    m_dice = Dice(11);
    m_span = 3h;
    m_dated.clear();
    QFETCH_GLOBAL(Engine, engine);
    QFETCH_GLOBAL(int, nodes);
    m_url = m_engines.makeDatabase(engine);
    m_store.emplace(m_url, nodes, start() + 400 * 24h);
}

EventPayload EventIndexTest::somePayload()
{
    Instant time = m_dice.between(start(), start() + m_span);
    if (m_dice.chance(20))
        time = bucketStart(time, AllBucketWidths[m_dice.below(AllBucketWidths.size())]);
    const std::string machine = "M-" + std::to_string(m_dice.below(4));
    const std::string line = m_dice.chance(40) ? "" : "L-" + std::to_string(m_dice.below(2));
    const int defects = m_dice.chance(60) ? 0 : m_dice.chance(50) ? UnknownDefects : 1 + int(m_dice.below(3));
    return payloadOf(machine.c_str(), std::max(time, start()), defects, line.c_str());
}

void EventIndexTest::fill(int count)
{
    for (int i = 0; i < count;) {
        Payloads payloads;
        for (const std::int64_t end = std::min<std::int64_t>(count, i + m_dice.between(1, 30)); i < end; ++i)
            payloads["E-" + std::to_string(i)] = somePayload();
        m_store->write(payloads);
    }
}

EventIndex EventIndexTest::indexOf(const EventSelection &selection, const TellPart<EventIndex> &tell)
{
    EventReader &reading = m_store->reader();
    const ReadSnapshot snapshot(reading);
    return required(readEventIndex(reading, selection, {}, tell));
}

LineId EventIndexTest::effectiveLine(const EventPayload &payload) const
{
    LineId line = payload.lineId;
    if (const auto own = m_dated.find(payload.machineId); line.isEmpty() && own != m_dated.end()) {
        for (const auto &[from, assigned] : own->second)
            line = payload.eventTime < from ? line : assigned;
    }
    return line.isEmpty() ? LineId(payload.machineId.utf8()) : line;
}

std::vector<EventIndexTest::Shown> EventIndexTest::recount(const EventSelection &selection) const
{
    std::vector<StoredEvent> rows;
    for (const auto &[id, row] : m_store->rows()) {
        const bool isListed = selection.window.contains(row.payload.eventTime)
            && (selection.machineId.isEmpty() || row.payload.machineId == selection.machineId)
            && (selection.line.isEmpty() || effectiveLine(row.payload) == selection.line)
            && (selection.defects != EventDefects::Some || row.payload.defectCount > 0)
            && (selection.defects != EventDefects::Unknown || row.payload.defectCount == UnknownDefects);
        if (isListed)
            rows.push_back(row);
    }
    std::ranges::sort(rows, [](const StoredEvent &one, const StoredEvent &other) {
        return std::tie(one.payload.eventTime, one.eventId)
            > std::tie(other.payload.eventTime, other.eventId);
    });
    std::vector<Shown> list;
    for (const StoredEvent &row : rows)
        list.emplace_back(row.eventId.utf8(), row.version);
    return list;
}

void EventIndexTest::compareSomeRows(const EventIndex &index, const std::vector<Shown> &expected)
{
    const auto rows = static_cast<std::int64_t>(expected.size());
    for (int i = 0; i < 6; ++i) {
        const std::int64_t first = i == 0 ? 0 : m_dice.between(0, rows - 1);
        const std::int64_t count = i == 0 ? rows : m_dice.between(1, 40);
        const EventStretch read =
            required(readEventRows(m_store->reader(), index.filter(), index.seek(first), first, count));
        std::vector<Shown> shown;
        for (const EventItem &item : read.items)
            shown.emplace_back(item.event.eventId.utf8(), item.event.version);
        const std::int64_t end = std::min(rows, first + count);
        QVERIFY(std::ranges::equal(shown,
                                   std::span(expected).subspan(static_cast<std::size_t>(first),
                                                               static_cast<std::size_t>(end - first))));
        QCOMPARE(read.next.has_value(), end < rows);
        for (const EventItem &item : read.items)
            QVERIFY(item.event.payload.eventTime < index.timeNear(first));
    }
}

} // namespace linewatch::test
