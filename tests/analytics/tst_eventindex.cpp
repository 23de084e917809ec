// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventindex.h"
#include "analytics/rejectionlist.h"
#include "model/dice.h"
#include "model/samples.h"
#include "storage/required.h"
#include "storage/sqlregistrystore.h"
#include "storage/testengines.h"
#include "storage/testwriters.h"
#include "support/testprogram.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant start = at("2026-01-14T22:31:17.25Z");

/** Which version of which event, as a list shows it. */
using Shown = std::pair<std::string, int>;

/** From when on which line counts for a machine; always the earliest first. */
using Dated = std::map<MachineId, std::vector<std::pair<Instant, LineId>>>;

LineId effectiveLine(const EventPayload &payload, const Dated &dated)
{
    LineId line = payload.lineId;
    if (const auto own = dated.find(payload.machineId); line.isEmpty() && own != dated.end()) {
        for (const auto &[from, assigned] : own->second)
            line = payload.eventTime < from ? line : assigned;
    }
    return line.isEmpty() ? LineId(payload.machineId.utf8()) : line;
}

/** What a selection is, counted event by event. */
std::vector<Shown> recount(std::vector<StoredEvent> rows, const EventSelection &selection,
                           const Dated &dated = {})
{
    std::erase_if(rows, [&](const StoredEvent &row) {
        return !selection.window.contains(row.payload.eventTime)
            || (!selection.machineId.isEmpty() && row.payload.machineId != selection.machineId)
            || (!selection.line.isEmpty() && effectiveLine(row.payload, dated) != selection.line)
            || (selection.defects == EventDefects::Some && row.payload.defectCount <= 0)
            || (selection.defects == EventDefects::Unknown && row.payload.defectCount != UnknownDefects);
    });
    std::ranges::sort(rows, [](const StoredEvent &one, const StoredEvent &other) {
        return std::tie(one.payload.eventTime, one.eventId)
            > std::tie(other.payload.eventTime, other.eventId);
    });
    std::vector<Shown> list;
    for (const StoredEvent &row : rows)
        list.emplace_back(row.eventId.utf8(), row.version);
    return list;
}

} // namespace

/** The index of a list of events against a plain recount, on every engine and while the store goes on. */
class TestEventIndex : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addRows(); }
    void init();
    void cleanup() { m_writers.reset(); }
    void rowsAreThoseOfARecount_data();
    void rowsAreThoseOfARecount();
    void anIndexOfNothingHasNoRows();
    void whatWasRemovedIsNotCounted();
    void rowsThatAreRemovedMeanwhileAreMissingAtTheEnd();
    void rejectedEventsAreCountedByReason();
    void aCutIndexIsTheBeginningOfTheWholeOne();
    void rejectedEventsAreFilteredBySender();
    void idsAreFoundByTheirBeginning();
    void theWidthGoesWithTheWindowAndWhatIsInIt_data();
    void theWidthGoesWithTheWindowAndWhatIsInIt();

private:
    EventPayload somePayload();
    void write(const std::string &id, const EventPayload &payload, const StoredEvent *before = nullptr);
    void changeAtRandom();
    void assignLines();
    EventReader &reader() { return *m_writers->all()[m_readings++ % m_writers->all().size()].reader; }
    EventSelection someSelection();
    EventIndex indexOf(const EventSelection &selection);
    void compareSomeRows(const EventIndex &index, const std::vector<Shown> &expected);
    void removeBefore(Instant horizon);

    Dice m_dice{0};
    std::chrono::microseconds m_span{3h};
    Instant m_now;
    std::size_t m_readings = 0;
    std::vector<StoredEvent> m_rows;
    Dated m_dated;
    DatabaseUrl m_url;
    TestEngines m_engines;
    std::optional<TestWriters> m_writers;
};

void TestEventIndex::init()
{
    m_dice = Dice(11);
    m_now = start + 400 * 24h;
    m_span = 3h;
    m_rows.clear();
    m_dated.clear();
    QFETCH_GLOBAL(Engine, engine);
    QFETCH_GLOBAL(int, nodes);
    m_url = m_engines.makeDatabase(engine);
    m_writers.emplace(m_url, nodes);
}

/** At times of which many are the same, and many on the bounds of minutes, hours and days. */
EventPayload TestEventIndex::somePayload()
{
    Instant time = m_dice.between(start, start + m_span);
    if (m_dice.chance(20))
        time = bucketStart(time, AllBucketWidths[m_dice.below(AllBucketWidths.size())]);
    const std::string machine = "M-" + std::to_string(m_dice.below(4));
    const std::string line = m_dice.chance(40) ? "" : "L-" + std::to_string(m_dice.below(2));
    const int defects = m_dice.chance(60) ? 0 : m_dice.chance(50) ? UnknownDefects : 1 + int(m_dice.below(3));
    return payloadOf(machine.c_str(), std::max(time, start), defects, line.c_str());
}

/** A new event, or a correction of @p before; by whose turn it is. */
void TestEventIndex::write(const std::string &id, const EventPayload &payload, const StoredEvent *before)
{
    TestWriter &writer = m_writers->next();
    m_now += 1us;
    const Receipt receipt = writer.stamper.stamp(m_now + writer.ahead, {},
                                                 before ? std::optional(before->receivedTime) : std::nullopt);
    const StoredEvent event{EventId(id), payload, receipt.recorded, receipt.recorded,
                            before ? before->version + 1 : 1};
    ChangeSet changes;
    changes.changes.push_back({before ? std::optional(*before) : std::nullopt, event});
    if (before)
        changes.revisions.push_back({*before, receipt.recorded});
    changes.lastStamp = receipt.recorded;
    if (const Result<void> done = commitChanges(*writer.store, changes); !done)
        qFatal("%s", qPrintable(done.failure().message));
    const auto row = std::ranges::find(m_rows, event.eventId, &StoredEvent::eventId);
    if (row == m_rows.end())
        m_rows.push_back(event);
    else
        *row = event;
}

/** Corrections that move events to other times, machines and lines, and events that come late. */
void TestEventIndex::changeAtRandom()
{
    for (int i = 0; i < 12; ++i) {
        const StoredEvent before = m_dice.pick(m_rows);
        write(before.eventId.utf8(), somePayload(), &before);
    }
    write("late-" + std::to_string(m_rows.size()), somePayload());
}

/** Lines of all machines that change at random, some of them on the bounds of hours. */
void TestEventIndex::assignLines()
{
    const auto registry = required(SqlRegistryStore::open(m_url));
    RegistryChange change{required(registry->revision()), QStringLiteral("lines")};
    for (int i = 0; i < 4; ++i) {
        RegisteredMachine machine;
        machine.machineId = MachineId("M-" + std::to_string(i));
        std::map<Instant, LineId> lines;
        for (std::int64_t k = 0; k < 3; ++k) {
            const Instant from = m_dice.between(start, start + m_span);
            lines[m_dice.chance(30) ? bucketStart(from, BucketWidth::Hour) : from] =
                LineId(m_dice.chance(70) ? "L-" + std::to_string(m_dice.below(2)) : "M-1");
        }
        for (const auto &[from, line] : lines) {
            machine.assignments = withAssignment(machine.assignments, {from, line});
            m_dated[machine.machineId].emplace_back(from, line);
        }
        change.machines.push_back(machine);
    }
    required(registry->apply(change, m_now));
}

EventSelection TestEventIndex::someSelection()
{
    EventSelection selection;
    do {
        selection.window = {m_dice.between(start - 1min, start + m_span),
                            m_dice.between(start, start + m_span + 1min)};
        if (m_dice.chance(30))
            selection.window.start = bucketStart(selection.window.start, BucketWidth::Minute);
    } while (!selection.window.isValid());
    if (m_dice.chance(30))
        selection.window = {start, start + m_span + 1us};
    if (m_dice.chance(35))
        selection.machineId = MachineId("M-" + std::to_string(m_dice.below(4)));
    if (m_dice.chance(35))
        selection.line = LineId(m_dice.chance(70) ? "L-" + std::to_string(m_dice.below(2)) : "M-1");
    selection.defects = static_cast<EventDefects>(m_dice.below(3));
    return selection;
}

EventIndex TestEventIndex::indexOf(const EventSelection &selection)
{
    EventReader &reading = reader();
    const ReadSnapshot snapshot(reading);
    return required(readEventIndex(reading, selection));
}

void TestEventIndex::compareSomeRows(const EventIndex &index, const std::vector<Shown> &expected)
{
    const auto rows = static_cast<std::int64_t>(expected.size());
    for (int i = 0; i < 6; ++i) {
        const std::int64_t first = i == 0 ? 0 : m_dice.between(0, rows - 1);
        const std::int64_t count = i == 0 ? rows : m_dice.between(1, 40);
        const EventStretch read =
            required(readEventRows(reader(), index.filter(), index.seek(first), first, count));
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

void TestEventIndex::rowsAreThoseOfARecount_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<bool>("dated");
    QTest::newRow("minutes") << qint64{3} << false;
    QTest::newRow("hours") << qint64{20 * 24} << false;
    QTest::newRow("days") << qint64{200 * 24} << false;
    QTest::newRow("minutes, lines from a date") << qint64{3} << true;
    QTest::newRow("hours, lines from a date") << qint64{20 * 24} << true;
    QTest::newRow("days, lines from a date") << qint64{200 * 24} << true;
}

void TestEventIndex::rowsAreThoseOfARecount()
{
    QFETCH(const qint64, hours);
    QFETCH(const bool, dated);
    m_span = std::chrono::hours{hours};
    for (int i = 0; i < 150; ++i)
        write("E-" + std::to_string(i), somePayload());
    std::int64_t rowsSeen = 0;
    for (int round = 0; round < 18; ++round) {
        if (dated && round % 4 == 0) {
            m_dated.clear();
            assignLines();
        }
        const EventSelection selection = someSelection();
        const std::vector<Shown> expected = recount(m_rows, selection, m_dated);
        const EventIndex index = indexOf(selection);
        QCOMPARE(index.rows(), std::ssize(expected));
        QCOMPARE(required(countEvents(reader(), selection)), std::ssize(expected));
        rowsSeen += index.rows();
        changeAtRandom();
        if (index.rows() > 0)
            compareSomeRows(index, expected);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(rowsSeen > 60);
}

void TestEventIndex::anIndexOfNothingHasNoRows()
{
    QCOMPARE(indexOf({{start, start + 3h}, {}, {}}).rows(), 0);
    write("E-1", payloadOf("M-1", start));
    QCOMPARE(indexOf({{start, start + 3h}, MachineId(std::string("nobody")), {}}).rows(), 0);
    QCOMPARE(indexOf({{start + 1us, start + 3h}, {}, {}}).rows(), 0);
    QCOMPARE(indexOf({{start, start + 1us}, {}, {}}).rows(), 1);
    QCOMPARE(EventIndex().rows(), 0);
}

void TestEventIndex::removeBefore(Instant horizon)
{
    EventStore &store = *m_writers->next().store;
    QVERIFY(store.raiseHorizon(horizon));
    for (bool more = true; more;)
        more = required(store.removeSome(1'000)).more;
}

void TestEventIndex::whatWasRemovedIsNotCounted()
{
    for (int i = 0; i < 200; ++i)
        write("E-" + std::to_string(i), somePayload());
    const Instant horizon = bucketStart(start + 1h + 10min, BucketWidth::Hour);
    removeBefore(horizon);
    for (const char *machine : {"", "M-1"}) {
        EventSelection selection{{start, start + m_span}, MachineId(std::string(machine)), {}};
        const EventIndex index = indexOf(selection);
        selection.window.start = horizon;
        const std::vector<Shown> expected = recount(m_rows, selection);
        QVERIFY(expected.size() > 10);
        QCOMPARE(index.rows(), std::ssize(expected));
        compareSomeRows(index, expected);
        QCOMPARE(indexOf({{start, horizon - 20min}, MachineId(std::string(machine)), {}}).rows(), 0);
    }
}

void TestEventIndex::rowsThatAreRemovedMeanwhileAreMissingAtTheEnd()
{
    for (int i = 0; i < 200; ++i)
        write("E-" + std::to_string(i), somePayload());
    const EventIndex index = indexOf({{start, start + m_span}, {}, {}});
    const std::vector<Shown> before = recount(m_rows, {{start, start + m_span}, {}, {}});
    const Instant horizon = bucketStart(start + 1h + 10min, BucketWidth::Hour);
    removeBefore(horizon);
    const std::vector<Shown> left = recount(m_rows, {{horizon, start + m_span}, {}, {}});
    QVERIFY(left.size() < before.size());
    const EventStretch read =
        required(readEventRows(reader(), index.filter(), index.seek(0), 0, index.rows()));
    QCOMPARE(read.items.size(), left.size());
    const EventStretch gone =
        required(readEventRows(reader(), index.filter(), index.seek(index.rows() - 1), index.rows() - 1, 1));
    QVERIFY(gone.items.empty());
}

void TestEventIndex::rejectedEventsAreCountedByReason()
{
    const std::pair<RejectReason, const char *> sent[] = {{RejectReason::InvalidDuration, "M-1"},
                                                          {RejectReason::MissingEventId, "M-2"},
                                                          {RejectReason::InvalidDuration, "M-2"},
                                                          {RejectReason::InvalidDuration, "M-1"},
                                                          {RejectReason::EventInFuture, ""}};
    std::vector<Instant> stamps;
    for (const auto &[reason, machine] : sent) {
        TestWriter &writer = m_writers->next();
        m_now += 1s;
        const Instant stamp = writer.stamper.stamp(m_now + writer.ahead).recorded;
        stamps.push_back(stamp);
        QVERIFY(
            commitChanges(*writer.store, {{}, {}, {{stamp, reason, machine, "127.0.0.1", "{}"}}, stamp, {}}));
    }
    RejectionFilter filter;
    filter.reason = RejectReason::MissingEventId;
    RejectionList list = required(readRejections(reader(), filter, 10));
    QCOMPARE(list.page.items.size(), 1U);
    QVERIFY((list.counts
             == std::vector<RejectionCount>{{RejectReason::InvalidDuration, 3},
                                            {RejectReason::MissingEventId, 1},
                                            {RejectReason::EventInFuture, 1}}));
    filter.machineId = "M-1";
    list = required(readRejections(reader(), filter, 10));
    QVERIFY((list.counts == std::vector<RejectionCount>{{RejectReason::InvalidDuration, 2}}));
    QVERIFY(list.page.items.empty());
    filter = {};
    filter.from = stamps[1];
    filter.to = stamps[3];
    list = required(readRejections(reader(), filter, 1));
    QVERIFY((list.counts
             == std::vector<RejectionCount>{{RejectReason::MissingEventId, 1},
                                            {RejectReason::InvalidDuration, 1}}));
    QCOMPARE(list.page.items.size(), 1U);
    QVERIFY(list.page.more);
}

void TestEventIndex::aCutIndexIsTheBeginningOfTheWholeOne()
{
    for (int i = 0; i < 120; ++i)
        write("E-" + std::to_string(i), somePayload());
    int cuts = 0;
    for (int round = 0; round < 14; ++round) {
        EventSelection selection{{start, start + m_span}, {}, {}};
        selection.machineId = MachineId(std::string(m_dice.chance(30) ? "M-1" : ""));
        selection.defects = static_cast<EventDefects>(m_dice.below(3));
        const LookLimits limits{m_dice.between(1, 120), m_dice.between(1, 25)};
        EventReader &reading = reader();
        const EventIndex index = required(readEventIndex(reading, selection, limits));
        const Instant from = *index.filter().from;
        QCOMPARE(index.isCut(), from > selection.window.start);
        QVERIFY(!index.isCut() || selection.defects != EventDefects::Any);
        selection.window.start = from;
        const std::vector<Shown> expected = recount(m_rows, selection);
        QCOMPARE(index.rows(), std::ssize(expected));
        if (index.rows() > 0)
            compareSomeRows(index, expected);
        cuts += index.isCut() ? 1 : 0;
    }
    QVERIFY(cuts > 2);
}

void TestEventIndex::rejectedEventsAreFilteredBySender()
{
    const std::pair<RejectReason, const char *> sent[] = {{RejectReason::InvalidDuration, "10.0.0.7"},
                                                          {RejectReason::InvalidDuration, "10.0.0.70"},
                                                          {RejectReason::MissingEventId, "10.0.0.7"},
                                                          {RejectReason::InvalidDuration, "10.0.0.7"},
                                                          {RejectReason::EventInFuture, "gate \u00e4"}};
    for (const auto &[reason, sender] : sent) {
        TestWriter &writer = m_writers->next();
        m_now += 1s;
        const Instant stamp = writer.stamper.stamp(m_now + writer.ahead).recorded;
        QVERIFY(commitChanges(*writer.store, {{}, {}, {{stamp, reason, "M-1", sender, "{}"}}, stamp, {}}));
    }
    RejectionFilter filter;
    filter.sender = "10.0.0.7";
    RejectionList list = required(readRejections(reader(), filter, 10));
    QCOMPARE(list.page.items.size(), 3U);
    for (const RejectedEvent &rejected : list.page.items)
        QCOMPARE(rejected.sender, std::string("10.0.0.7"));
    QVERIFY((list.counts
             == std::vector<RejectionCount>{{RejectReason::InvalidDuration, 2},
                                            {RejectReason::MissingEventId, 1}}));
    QVERIFY((list.senders
             == std::vector<RejectionSender>{{"10.0.0.7", 3}, {"10.0.0.70", 1}, {"gate \u00e4", 1}}));
    filter.reason = RejectReason::InvalidDuration;
    list = required(readRejections(reader(), filter, 1));
    QVERIFY(list.page.more);
    QVERIFY((list.senders == std::vector<RejectionSender>{{"10.0.0.7", 2}, {"10.0.0.70", 1}}));
    filter.sender = "gate \u00e4";
    QVERIFY(required(readRejections(reader(), filter, 1)).page.items.empty());
    QCOMPARE(required(reader().rejectionSenders({}, 2)).size(), 2U);
}

/** Against the beginnings of all ids, those of UUIDs too. */
void TestEventIndex::idsAreFoundByTheirBeginning()
{
    std::vector<std::string> ids{"0f",
                                 "0f8fad5b-d9cb-469f-a165-70867728950e",
                                 "0f8fad5b-d9cb-469f-a165-70867728950f",
                                 "0f8fad5b-d9cb-469f-a165",
                                 "0F8FAD5B-D9CB-469F-A165-70867728950E",
                                 "sixteen letters!",
                                 "sixteen letters!!",
                                 "\xc3\xa4hnlich",
                                 "E-1",
                                 "E-10"};
    for (std::size_t i = 0; i < ids.size(); ++i)
        write(ids[i], payloadOf("M-1", start + std::chrono::seconds{i}));
    std::ranges::reverse(ids);
    std::set<std::string> beginnings{"nothing", "0f8fad5bd", "%", "_"};
    for (const std::string &id : ids) {
        const QString text = QString::fromStdString(id);
        for (qsizetype length = 1; length <= text.size(); ++length)
            beginnings.insert(text.left(length).toStdString());
    }
    for (const std::string &beginning : beginnings) {
        std::vector<EventId> expected;
        for (const std::string &id : ids) {
            if (id.starts_with(beginning))
                expected.emplace_back(id);
        }
        QVERIFY2(required(reader().newestIds(EventId(beginning), 1'000, 100)) == expected, beginning.c_str());
    }
    QVERIFY(required(reader().newestIds(EventId(), 1'000, 100)).empty());
    QVERIFY((required(reader().newestIds(EventId(std::string("E-1")), 1'000, 1))
             == std::vector{EventId(std::string("E-10"))}));
    // The two newest are looked at alone.
    QVERIFY(required(reader().newestIds(EventId(std::string("s")), 2, 10)).empty());
}

void TestEventIndex::theWidthGoesWithTheWindowAndWhatIsInIt_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<qint64>("events");
    QTest::addColumn<int>("seconds");
    QTest::newRow("a shift") << qint64{8} << qint64{100} << 60;
    QTest::newRow("a month of few") << qint64{720} << qint64{100'000} << 3'600;
    QTest::newRow("a month of many") << qint64{720} << qint64{20'000'000} << 60;
    QTest::newRow("a year of few") << qint64{365 * 24} << qint64{1'000'000} << 86'400;
    QTest::newRow("a year of many") << qint64{365 * 24} << qint64{50'000'000} << 3'600;
    QTest::newRow("ten years") << qint64{3'650 * 24} << qint64{900'000'000} << 86'400;
}

void TestEventIndex::theWidthGoesWithTheWindowAndWhatIsInIt()
{
    QFETCH(const qint64, hours);
    QFETCH(const qint64, events);
    QFETCH(const int, seconds);
    QCOMPARE(static_cast<int>(indexWidth({start, start + std::chrono::hours{hours}}, events)), seconds);
}

LINEWATCH_TEST(TestEventIndex)
#include "tst_eventindex.moc"
