// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rollup.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <map>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

bool isAligned(Instant instant, BucketWidth width)
{
    return instant.time_since_epoch() % microseconds{lengthOf(width)} == 0us;
}

std::int64_t countOf(const BucketRange &range)
{
    return range.window.length() / microseconds{lengthOf(range.width)};
}

/** A window of any size, from microseconds to years, often on the bounds of buckets. */
TimeWindow anyWindow(Dice &dice)
{
    static const std::vector<microseconds> sizes{1us, 1ms, 1s, 1min, 1h, 24h, 240h, 24h * 365};
    const auto rounded = [&dice](Instant instant) {
        return dice.chance(40) ? bucketStart(instant, dice.pick(AllBucketWidths)) : instant;
    };
    TimeWindow window;
    while (!window.isValid()) {
        window.start = rounded(dice.between(at("1965-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z")));
        window.end = rounded(window.start + microseconds{dice.between(1, 100 * dice.pick(sizes).count())});
    }
    return window;
}

/** The pieces of a plan in the order of time. */
std::map<Instant, Instant> piecesOf(const WindowPlan &plan)
{
    std::map<Instant, Instant> pieces;
    for (const TimeWindow &edge : plan.edges)
        pieces.emplace(edge.start, edge.end);
    for (const BucketRange &range : plan.buckets)
        pieces.emplace(range.window.start, range.window.end);
    return pieces;
}

/** Whether a whole bucket of the next wider width would fit into @p range. */
bool couldBeWider(const BucketRange &range)
{
    if (range.width == BucketWidth::Day)
        return false;
    const BucketWidth wider = range.width == BucketWidth::Minute ? BucketWidth::Hour : BucketWidth::Day;
    Instant start = bucketStart(range.window.start, wider);
    if (start < range.window.start)
        start += lengthOf(wider);
    return start + lengthOf(wider) <= range.window.end;
}

/** The sums that a store keeps. */
class Buckets
{
public:
    void add(const EventPayload &payload)
    {
        m_events.push_back(payload);
        for (const BucketWidth width : AllBucketWidths)
            m_sums[{width, bucketStart(payload.eventTime, width)}] += totalsOf(payload);
    }

    Totals sumByPlan(const WindowPlan &plan) const
    {
        Totals sum;
        for (const TimeWindow &edge : plan.edges)
            sum += sumOfEvents(edge);
        for (const auto &[width, window] : plan.buckets) {
            const auto end = m_sums.lower_bound({width, window.end});
            for (auto bucket = m_sums.lower_bound({width, window.start}); bucket != end; ++bucket)
                sum += bucket->second;
        }
        return sum;
    }

    Totals sumOfEvents(TimeWindow window) const
    {
        Totals sum;
        for (const EventPayload &payload : m_events) {
            if (window.contains(payload.eventTime))
                sum += totalsOf(payload);
        }
        return sum;
    }

private:
    std::vector<EventPayload> m_events;
    std::map<std::pair<BucketWidth, Instant>, Totals> m_sums;
};

} // namespace

class RollupTest : public QObject
{
    Q_OBJECT

private slots:
    void bucketsStartWhereTheyShould_data()
    {
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("minute");
        QTest::addColumn<QString>("hour");
        QTest::addColumn<QString>("day");
        QTest::newRow("today") << "2026-01-15T10:12:03.5Z"
                               << "2026-01-15T10:12:00Z"
                               << "2026-01-15T10:00:00Z"
                               << "2026-01-15T00:00:00Z";
        QTest::newRow("on all") << "2026-01-15T00:00:00Z"
                                << "2026-01-15T00:00:00Z"
                                << "2026-01-15T00:00:00Z"
                                << "2026-01-15T00:00:00Z";
        QTest::newRow("the last of a day") << "2026-01-15T23:59:59.999999Z"
                                           << "2026-01-15T23:59:00Z"
                                           << "2026-01-15T23:00:00Z"
                                           << "2026-01-15T00:00:00Z";
        QTest::newRow("just before 1970") << "1969-12-31T23:59:59.999999Z"
                                          << "1969-12-31T23:59:00Z"
                                          << "1969-12-31T23:00:00Z"
                                          << "1969-12-31T00:00:00Z";
        QTest::newRow("on a bound before 1970") << "1969-12-31T00:00:00Z"
                                                << "1969-12-31T00:00:00Z"
                                                << "1969-12-31T00:00:00Z"
                                                << "1969-12-31T00:00:00Z";
        QTest::newRow("the year 0") << "0000-01-01T00:00:30Z"
                                    << "0000-01-01T00:00:00Z"
                                    << "0000-01-01T00:00:00Z"
                                    << "0000-01-01T00:00:00Z";
    }
    void bucketsStartWhereTheyShould()
    {
        QFETCH(const QString, instant);
        QFETCH(const QString, minute);
        QFETCH(const QString, hour);
        QFETCH(const QString, day);
        const Instant time = at(instant.toStdString());
        QCOMPARE(text(bucketStart(time, BucketWidth::Minute)), minute);
        QCOMPARE(text(bucketStart(time, BucketWidth::Hour)), hour);
        QCOMPARE(text(bucketStart(time, BucketWidth::Day)), day);
    }

    void anEventAddsWhatItKnows()
    {
        const Instant time = at("2026-01-15T10:00:00Z");
        QCOMPARE(totalsOf(payloadOf("M", time, 3)), (Totals{1, 4000, 3, 0}));
        QCOMPARE(totalsOf(payloadOf("M", time, 0)), (Totals{1, 4000, 0, 0}));
        QCOMPARE(totalsOf(payloadOf("M", time, UnknownDefects)), (Totals{1, 4000, 0, 1}));
    }

    void aDayAndABitIsOneDayTheRestAndTwoEdges()
    {
        const WindowPlan plan = planWindow({at("2026-01-14T22:58:59.5Z"), at("2026-01-16T01:02:00.5Z")});
        const std::vector<BucketRange> buckets{
            {BucketWidth::Minute, {at("2026-01-14T22:59:00Z"), at("2026-01-14T23:00:00Z")}},
            {BucketWidth::Hour, {at("2026-01-14T23:00:00Z"), at("2026-01-15T00:00:00Z")}},
            {BucketWidth::Day, {at("2026-01-15T00:00:00Z"), at("2026-01-16T00:00:00Z")}},
            {BucketWidth::Hour, {at("2026-01-16T00:00:00Z"), at("2026-01-16T01:00:00Z")}},
            {BucketWidth::Minute, {at("2026-01-16T01:00:00Z"), at("2026-01-16T01:02:00Z")}},
        };
        QVERIFY(plan.buckets == buckets);
        const std::vector<TimeWindow> edges{{at("2026-01-14T22:58:59.5Z"), at("2026-01-14T22:59:00Z")},
                                            {at("2026-01-16T01:02:00Z"), at("2026-01-16T01:02:00.5Z")}};
        QVERIFY(plan.edges == edges);
    }

    void aWindowWithoutAWholeMinuteIsReadEventByEvent()
    {
        const TimeWindow within{at("2026-01-15T10:00:00.1Z"), at("2026-01-15T10:00:59Z")};
        const TimeWindow acrossABound{at("2026-01-15T10:00:00.1Z"), at("2026-01-15T10:01:59Z")};
        for (const TimeWindow window : {within, acrossABound}) {
            const WindowPlan plan = planWindow(window);
            QVERIFY(plan.edges == std::vector{window});
            QVERIFY(plan.buckets.empty());
        }
    }

    void piecesCoverTheWindowExactly()
    {
        Dice dice(8);
        for (int i = 0; i < 20'000; ++i) {
            const TimeWindow window = anyWindow(dice);
            const WindowPlan plan = planWindow(window);
            const std::map<Instant, Instant> pieces = piecesOf(plan);
            QCOMPARE(pieces.size(), plan.edges.size() + plan.buckets.size());
            Instant covered = window.start;
            for (const auto &[start, end] : pieces) {
                QVERIFY(start == covered);
                QVERIFY(end > start);
                covered = end;
            }
            QVERIFY(covered == window.end);
        }
    }

    void piecesAreFewAndAsWideAsTheyFit()
    {
        Dice dice(9);
        for (int i = 0; i < 20'000; ++i) {
            const WindowPlan plan = planWindow(anyWindow(dice));
            QVERIFY(plan.edges.size() <= 2);
            for (const TimeWindow &edge : plan.edges)
                QVERIFY(edge.length() < (plan.buckets.empty() ? 2min : 1min));
            QVERIFY(plan.buckets.size() <= 5);
            std::map<BucketWidth, std::int64_t> counts;
            for (const BucketRange &range : plan.buckets) {
                QVERIFY(isAligned(range.window.start, range.width));
                QVERIFY(isAligned(range.window.end, range.width));
                QVERIFY(!couldBeWider(range));
                counts[range.width] += countOf(range);
            }
            QVERIFY(counts[BucketWidth::Minute] <= 118); // 59 at either end
            QVERIFY(counts[BucketWidth::Hour] <= 46);    // 23 at either end
        }
    }

    void boundsInRemovedTimeMoveOutwardToTheHour_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("coveredStart");
        QTest::addColumn<QString>("coveredEnd");
        const auto row = [](const char *name, const char *start, const char *end, const char *coveredStart,
                            const char *coveredEnd) {
            QTest::newRow(name) << QString::fromLatin1(start) << QString::fromLatin1(end)
                                << QString::fromLatin1(coveredStart) << QString::fromLatin1(coveredEnd);
        };
        row("after it", "2026-01-15T10:00:01Z", "2026-01-15T11:30:01Z", "2026-01-15T10:00:01Z",
            "2026-01-15T11:30:01Z");
        row("from it on", "2026-01-15T10:00:00Z", "2026-01-15T10:00:01Z", "2026-01-15T10:00:00Z",
            "2026-01-15T10:00:01Z");
        row("across it", "2026-01-15T08:59:59.9Z", "2026-01-15T10:00:01Z", "2026-01-15T08:00:00Z",
            "2026-01-15T10:00:01Z");
        row("up to it", "2026-01-15T09:00:00.000001Z", "2026-01-15T09:00:00.000002Z", "2026-01-15T09:00:00Z",
            "2026-01-15T10:00:00Z");
        row("whole hours", "2026-01-15T07:00:00Z", "2026-01-15T09:00:00Z", "2026-01-15T07:00:00Z",
            "2026-01-15T09:00:00Z");
        row("before 1970", "1969-12-31T23:10:00Z", "1969-12-31T23:20:00Z", "1969-12-31T23:00:00Z",
            "1970-01-01T00:00:00Z");
    }
    void boundsInRemovedTimeMoveOutwardToTheHour()
    {
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(QString, coveredStart);
        QFETCH(QString, coveredEnd);
        const TimeWindow covered =
            coveredWindow({at(start.toStdString()), at(end.toStdString())}, at("2026-01-15T10:00:00Z"));
        QCOMPARE(text(covered.start), coveredStart);
        QCOMPARE(text(covered.end), coveredEnd);
    }

    void nothingIsReadInRemovedTimeButWholeHoursAndDays()
    {
        Dice dice(11);
        for (int i = 0; i < 20'000; ++i) {
            const TimeWindow asked = anyWindow(dice);
            const auto around = std::chrono::hours{dice.between(-50, 50)};
            const Instant horizon = bucketStart(dice.chance(50) ? asked.start : asked.end, BucketWidth::Hour)
                + (dice.chance(70) ? around : 0h);
            const TimeWindow covered = coveredWindow(asked, horizon);
            QVERIFY(covered.start <= asked.start && covered.end >= asked.end);
            QVERIFY(asked.start - covered.start < 1h && covered.end - asked.end < 1h);
            QVERIFY(asked.start < horizon || covered == asked);
            QVERIFY(coveredWindow(covered, horizon) == covered);
            const WindowPlan plan = planWindow(covered);
            for (const TimeWindow &edge : plan.edges)
                QVERIFY(edge.start >= horizon);
            for (const BucketRange &range : plan.buckets)
                QVERIFY(range.width != BucketWidth::Minute || range.window.start >= horizon);
        }
    }

    void withoutAHorizonEveryWindowIsAsAsked()
    {
        Dice dice(12);
        for (int i = 0; i < 100; ++i) {
            const TimeWindow window = anyWindow(dice);
            QVERIFY(coveredWindow(window, NothingRemoved) == window);
        }
    }

    void sumsOverAPlanEqualSumsOverEvents()
    {
        Dice dice(10);
        const TimeWindow days{at("1969-12-29T12:00:00Z"), at("1970-01-03T12:00:00Z")};
        Buckets buckets;
        for (int i = 0; i < 3000; ++i) {
            const Instant time = dice.between(days.start, days.end);
            const Instant onBound = bucketStart(time, dice.pick(AllBucketWidths));
            buckets.add(payloadOf("M", dice.chance(30) ? onBound : time,
                                  static_cast<std::int32_t>(dice.between(-1, 9))));
        }
        for (int i = 0; i < 1000; ++i) {
            const Instant start = dice.between(days.start, days.end);
            const Instant end = dice.between(start + 1us, days.end + 1us);
            const TimeWindow window{dice.chance(30) ? bucketStart(start, dice.pick(AllBucketWidths)) : start,
                                    end};
            QCOMPARE(buckets.sumByPlan(planWindow(window)), buckets.sumOfEvents(window));
        }
    }
};

LINEWATCH_TEST(RollupTest)
#include "tst_rollup.moc"
