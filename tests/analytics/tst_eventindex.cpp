// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventindextest.h"
#include "model/samples.h"
#include "storage/required.h"
#include "storage/sqlregistrystore.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** The index of a list of events against a plain recount, while the store goes on. */
class TestEventIndex : public EventIndexTest
{
    Q_OBJECT

private slots:
    void rowsAreThoseOfARecount_data();
    void rowsAreThoseOfARecount();
    void anIndexOfNothingHasNoRows();
    void whatWasRemovedIsNotCounted();
    void rowsThatAreRemovedMeanwhileAreMissingAtTheEnd();

private:
    void changeAtRandom();
    void assignLines();
    EventSelection someSelection();
    std::int64_t compareSomeSelection();
    void compareFirst(const EventIndex &first, const EventIndex &index, const std::vector<Shown> &expected);
    void compareCounts(const EventSelection &selection, const EventIndex &index, std::int64_t expected);
    void removeBefore(Instant horizon);

    int m_told = 0; ///< how often an index was told before it was whole
};

/** Corrections that move events to other times, machines and lines, and events that come late. */
void TestEventIndex::changeAtRandom()
{
    std::vector<std::string> ids;
    for (const auto &[id, row] : m_store->rows())
        ids.push_back(id);
    Payloads corrections;
    for (int i = 0; i < 12; ++i)
        corrections[m_dice.pick(ids)] = somePayload();
    m_store->write(corrections);
    m_store->write({{"late-" + std::to_string(ids.size()), somePayload()}});
}

/** Lines of all machines that change at random, some of them on the bounds of hours. */
void TestEventIndex::assignLines()
{
    const auto registry = required(SqlRegistryStore::open(m_url));
    RegistryChange change{required(registry->revision()), QStringLiteral("lines")};
    m_dated.clear();
    for (int i = 0; i < 4; ++i) {
        RegisteredMachine machine;
        machine.machineId = MachineId("M-" + std::to_string(i));
        std::map<Instant, LineId> lines;
        for (std::int64_t k = 0; k < 3; ++k) {
            const Instant from = m_dice.between(start(), start() + m_span);
            lines[m_dice.chance(30) ? bucketStart(from, BucketWidth::Hour) : from] =
                LineId(m_dice.chance(70) ? "L-" + std::to_string(m_dice.below(2)) : "M-1");
        }
        for (const auto &[from, line] : lines) {
            machine.assignments = withAssignment(machine.assignments, {from, line});
            m_dated[machine.machineId].emplace_back(from, line);
        }
        change.machines.push_back(machine);
    }
    required(registry->apply(change, start() + m_span));
}

EventSelection TestEventIndex::someSelection()
{
    EventSelection selection;
    do {
        selection.window = {m_dice.between(start() - 1min, start() + m_span),
                            m_dice.between(start(), start() + m_span + 1min)};
        if (m_dice.chance(30))
            selection.window.start = bucketStart(selection.window.start, BucketWidth::Minute);
    } while (!selection.window.isValid());
    if (m_dice.chance(30))
        selection.window = {start(), start() + m_span + 1us};
    if (m_dice.chance(35))
        selection.machineId = MachineId("M-" + std::to_string(m_dice.below(4)));
    if (m_dice.chance(35))
        selection.line = LineId(m_dice.chance(70) ? "L-" + std::to_string(m_dice.below(2)) : "M-1");
    selection.defects = static_cast<EventDefects>(m_dice.below(3));
    return selection;
}

void TestEventIndex::rowsAreThoseOfARecount_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::newRow("minutes") << qint64{3};
    QTest::newRow("hours") << qint64{20 * 24};
    QTest::newRow("days") << qint64{200 * 24};
}

void TestEventIndex::rowsAreThoseOfARecount()
{
    QFETCH(const qint64, hours);
    m_span = std::chrono::hours{hours};
    m_told = 0;
    fill(150);
    for (const bool areDated : {false, true}) {
        std::int64_t rowsSeen = 0;
        for (int round = 0; round < 18 && !QTest::currentTestFailed(); ++round) {
            if (areDated && round % 4 == 0)
                assignLines();
            rowsSeen += compareSomeSelection();
        }
        QVERIFY(rowsSeen > 60);
    }
    if (hours == 20 * 24) // there days come first, and hours then
        QVERIFY(m_told > 3);
}

/** The store goes on between the index and its rows. How many rows it has. */
std::int64_t TestEventIndex::compareSomeSelection()
{
    const EventSelection selection = someSelection();
    const std::vector<Shown> expected = recount(selection);
    std::optional<EventIndex> first;
    const EventIndex index = indexOf(selection, [&first](EventIndex told) { first = std::move(told); });
    compareCounts(selection, index, std::ssize(expected));
    changeAtRandom();
    if (index.rows() > 0 && !QTest::currentTestFailed())
        compareSomeRows(index, expected);
    if (first && !QTest::currentTestFailed()) {
        ++m_told;
        compareFirst(*first, index, expected);
    }
    return index.rows();
}

/** What is told before is the same list. */
void TestEventIndex::compareFirst(const EventIndex &first, const EventIndex &index,
                                  const std::vector<Shown> &expected)
{
    QCOMPARE(first.rows(), index.rows());
    QCOMPARE(first.filter().from, index.filter().from);
    QVERIFY(!first.isCut());
    if (first.rows() > 0)
        compareSomeRows(first, expected);
}

void TestEventIndex::compareCounts(const EventSelection &selection, const EventIndex &index,
                                   std::int64_t expected)
{
    QCOMPARE(index.rows(), expected);
    QCOMPARE(required(countEvents(m_store->reader(), selection)), expected);
}

void TestEventIndex::anIndexOfNothingHasNoRows()
{
    QCOMPARE(indexOf({{start(), start() + 3h}, {}, {}}).rows(), 0);
    m_store->write({{"E-1", payloadOf("M-1", start())}});
    QCOMPARE(indexOf({{start(), start() + 3h}, MachineId(std::string("nobody")), {}}).rows(), 0);
    QCOMPARE(indexOf({{start() + 1us, start() + 3h}, {}, {}}).rows(), 0);
    QCOMPARE(indexOf({{start(), start() + 1us}, {}, {}}).rows(), 1);
    QCOMPARE(EventIndex().rows(), 0);
}

void TestEventIndex::removeBefore(Instant horizon)
{
    EventStore &store = m_store->writer();
    QVERIFY(store.raiseHorizon(horizon));
    for (bool more = true; more;)
        more = required(store.removeSome(1'000)).more;
}

void TestEventIndex::whatWasRemovedIsNotCounted()
{
    fill(200);
    const Instant horizon = bucketStart(start() + 1h + 10min, BucketWidth::Hour);
    removeBefore(horizon);
    for (const char *machine : {"", "M-1"}) {
        EventSelection selection{{start(), start() + m_span}, MachineId(std::string(machine)), {}};
        const EventIndex index = indexOf(selection);
        selection.window.start = horizon;
        const std::vector<Shown> expected = recount(selection);
        QVERIFY(expected.size() > 10);
        QCOMPARE(index.rows(), std::ssize(expected));
        compareSomeRows(index, expected);
        QCOMPARE(indexOf({{start(), horizon - 20min}, MachineId(std::string(machine)), {}}).rows(), 0);
    }
}

void TestEventIndex::rowsThatAreRemovedMeanwhileAreMissingAtTheEnd()
{
    fill(200);
    const EventIndex index = indexOf({{start(), start() + m_span}, {}, {}});
    const std::vector<Shown> before = recount({{start(), start() + m_span}, {}, {}});
    const Instant horizon = bucketStart(start() + 1h + 10min, BucketWidth::Hour);
    removeBefore(horizon);
    const std::vector<Shown> left = recount({{horizon, start() + m_span}, {}, {}});
    QVERIFY(left.size() < before.size());
    const EventStretch read =
        required(readEventRows(m_store->reader(), index.filter(), index.seek(0), 0, index.rows()));
    QCOMPARE(read.items.size(), left.size());
    const EventStretch gone = required(
        readEventRows(m_store->reader(), index.filter(), index.seek(index.rows() - 1), index.rows() - 1, 1));
    QVERIFY(gone.items.empty());
}

LINEWATCH_TEST(TestEventIndex)
#include "tst_eventindex.moc"
