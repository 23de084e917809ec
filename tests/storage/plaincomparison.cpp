// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/plaincomparison.h"

#include "model/rollup.h"
#include "storage/sqlconnection.h"
#include "storage/testengines.h"

#include <QtTest>

#include <map>

namespace linewatch::test {

namespace {

/** By width, machine, line, factory and start. */
using Buckets = std::map<std::tuple<qint64, QString, QString, QString, qint64>, std::array<qint64, 4>>;

constexpr int pageLimit = 7;

std::map<std::string, Totals> linesOf(EventReader &reader, const std::string &factory, TimeWindow window)
{
    std::map<std::string, Totals> sums;
    const auto parts = reader.lineTotals(FactoryId(factory), planWindow(window));
    if (!parts)
        return {{"cannot read", {}}};
    for (const SourceTotals &part : *parts)
        sums[part.source.line.utf8()] += part.totals;
    // Of what another node moved away, this one's part and that one's are both left, and add up to nothing.
    std::erase_if(sums, [](const auto &line) { return line.second == Totals{}; });
    return sums;
}

Totals machineSum(EventReader &reader, const std::string &machine, TimeWindow window)
{
    const auto parts = reader.totals({MachineId(machine), {}}, planWindow(window));
    if (!parts)
        return {-1, -1, -1, -1};
    Totals sum;
    for (const SourceTotals &part : *parts)
        sum += part.totals;
    return sum;
}

Buckets readBuckets(const DatabaseUrl &url)
{
    Buckets buckets;
    const auto dialect = TestEngines::dialectOf(url);
    const auto connection = SqlConnection::open(*dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return {};
    Result<SqlRows> query =
        (*connection)
            ->ask(
                QStringLiteral("SELECT r.bucket_width, s.machine_id, s.line_id, s.factory_id, r.bucket_start,"
                               " sum(r.events), sum(r.run_time_ms), sum(r.defects), sum(r.unknown_events)"
                               " FROM rollup_bucket r JOIN source s ON s.source_id = r.source_id"
                               " GROUP BY r.bucket_width, s.machine_id, s.line_id, s.factory_id,"
                               " r.bucket_start"));
    while (query && query->next()) {
        const std::array<qint64, 4> sums{query->value(5).toLongLong(), query->value(6).toLongLong(),
                                         query->value(7).toLongLong(), query->value(8).toLongLong()};
        if (sums != std::array<qint64, 4>{}) // what corrections moved away leaves a row behind
            buckets[{query->value(0).toLongLong(), query->value(1).toString(), query->value(2).toString(),
                     query->value(3).toString(), query->value(4).toLongLong()}] = sums;
    }
    return buckets;
}

Buckets recountBuckets(const PlainStore &plain)
{
    Buckets buckets;
    for (const auto &[id, row] : plain.rows()) {
        const EventPayload &payload = row.payload;
        for (const qint64 width : {60, 3600, 86400}) {
            const qint64 micros = payload.eventTime.time_since_epoch().count();
            const qint64 length = width * 1'000'000;
            const qint64 start = (micros - ((micros % length) + length) % length) / 1'000'000;
            auto &sums = buckets[{width, payload.machineId.toString(), payload.lineId.toString(),
                                  payload.factoryId.toString(), start}];
            sums[0] += 1;
            sums[1] += payload.duration.count();
            sums[2] += payload.defectCount == -1 ? 0 : payload.defectCount;
            sums[3] += payload.defectCount == -1 ? 1 : 0;
        }
    }
    return buckets;
}

void compareEventPages(EventReader &reader, const PlainStore &plain)
{
    std::vector<std::pair<std::string, int>> seen;
    std::optional<EventCursor> cursor;
    do {
        const auto page = reader.events({}, pageLimit, cursor);
        QVERIFY(page);
        for (const EventItem &item : page->items)
            seen.emplace_back(item.event.eventId.utf8(), item.event.version);
        cursor = page->next;
    } while (cursor);
    QVERIFY(seen == plain.listing());
}

void compareRejectionPages(EventReader &reader, const PlainStore &plain)
{
    std::vector<Instant> seen;
    RejectionFilter filter;
    for (bool more = true; more;) {
        const auto page = reader.rejections(filter, pageLimit);
        QVERIFY(page);
        for (const RejectedEvent &item : page->items) {
            seen.push_back(item.receivedTime);
            filter.before = WriterStamp{item.writer, item.receivedTime};
        }
        more = page->more;
    }
    QVERIFY(seen == plain.rejections());
}

} // namespace

void compareRows(EventReader &reader, const PlainStore &plain)
{
    for (const auto &[id, row] : plain.rows()) {
        const auto history = reader.event(EventId(id));
        QVERIFY(history && *history);
        const StoredEvent &event = (*history)->current.event;
        QVERIFY(event.payload == row.payload);
        QCOMPARE(event.receivedTime, row.received);
        QCOMPARE(event.version, row.version);
        QCOMPARE((*history)->revisions.size(), row.former.size());
        for (std::size_t i = 0; i < row.former.size(); ++i)
            QVERIFY((*history)->revisions[i].item.event.payload == row.former[i]);
    }
}

void comparePages(EventReader &reader, const PlainStore &plain)
{
    compareEventPages(reader, plain);
    compareRejectionPages(reader, plain);
}

void compareWindows(EventReader &reader, const PlainStore &plain, RandomStream &stream)
{
    for (int i = 0; i < 60; ++i) {
        TimeWindow window{stream.time(), stream.time()};
        if (!window.isValid())
            std::swap(window.start, window.end);
        if (!window.isValid())
            continue;
        const std::string machine = "M-" + std::to_string(stream.number(0, 3));
        QVERIFY(machineSum(reader, machine, window) == plain.totals(machine, window));
        const std::string factory =
            stream.number(0, 1) == 0 ? "" : "F-" + std::to_string(stream.number(0, 1));
        QVERIFY(linesOf(reader, factory, window) == plain.lineTotals(factory, window));
    }
}

void compareBuckets(const DatabaseUrl &url, const PlainStore &plain)
{
    QVERIFY(readBuckets(url) == recountBuckets(plain));
}

} // namespace linewatch::test
