// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rollupchanges.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;
using namespace std::chrono_literals;

class TestRollupChanges : public QObject
{
    Q_OBJECT

private slots:
    void anEventChangesItsMinuteItsHourAndItsDay();
    void whatIsTakenAwayAndAddedAgainChangesNothing();
    void eachBucketComesOnceInTheOrderOfTheStore();

private:
    static EventPayload payload(std::chrono::seconds time, std::int32_t defects);
};

EventPayload TestRollupChanges::payload(std::chrono::seconds time, std::int32_t defects)
{
    EventPayload payload;
    payload.eventTime = Instant{time};
    payload.duration = 250ms;
    payload.defectCount = defects;
    return payload;
}

void TestRollupChanges::anEventChangesItsMinuteItsHourAndItsDay()
{
    RollupChanges changes;
    changes.add(payload(86'400s + 3'600s + 61s, 2), 7);
    const std::vector<RollupChange> taken = changes.take();
    QCOMPARE(taken.size(), 3U);
    const std::int64_t starts[] = {86'400 + 3'600 + 60, 86'400 + 3'600, 86'400};
    const std::int32_t widths[] = {60, 3'600, 86'400};
    for (std::size_t i = 0; i < taken.size(); ++i) {
        QCOMPARE(taken[i].width, widths[i]);
        QCOMPARE(taken[i].start, starts[i]);
        QCOMPARE(taken[i].sourceId, 7);
        QVERIFY(taken[i].totals == (Totals{1, 250, 2, 0}));
    }
    QVERIFY(changes.take().empty());
}

void TestRollupChanges::whatIsTakenAwayAndAddedAgainChangesNothing()
{
    RollupChanges changes;
    changes.add(payload(10s, UnknownDefects), 1);
    changes.takeAway(payload(20s, UnknownDefects), 1); // the same minute, hour and day
    QVERIFY(changes.take().empty());
    changes.takeAway(payload(20s, 3), 1);
    changes.add(payload(70s, 3), 1); // the next minute
    const std::vector<RollupChange> taken = changes.take();
    QCOMPARE(taken.size(), 2U);
    QVERIFY(taken[0].totals == (Totals{-1, -250, -3, 0}));
    QVERIFY(taken[1].totals == (Totals{1, 250, 3, 0}));
}

void TestRollupChanges::eachBucketComesOnceInTheOrderOfTheStore()
{
    RollupChanges changes;
    for (const int second : {65, 1, 70, 2}) {
        changes.add(payload(std::chrono::seconds{second}, 0), 2);
        changes.add(payload(std::chrono::seconds{second}, 0), 1);
    }
    const std::vector<RollupChange> taken = changes.take();
    QCOMPARE(taken.size(), 8U); // two sources in two minutes, an hour and a day
    QVERIFY(std::ranges::is_sorted(taken, [](const RollupChange &a, const RollupChange &b) {
        return std::tie(a.width, a.start, a.sourceId) < std::tie(b.width, b.start, b.sourceId);
    }));
    QVERIFY(taken.front().totals == (Totals{2, 500, 0, 0}));
    QVERIFY(taken.back().totals == (Totals{4, 1'000, 0, 0}));
}

LINEWATCH_TEST(TestRollupChanges)
#include "tst_rollupchanges.moc"
