// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/trend.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

/** Whole steps with as many defects each and ten events for each second. */
LiveSnapshot steps(const std::vector<std::int64_t> &defects, std::chrono::seconds step = 60s)
{
    LiveSnapshot snapshot;
    snapshot.trendStep = step;
    for (std::size_t i = 0; i < defects.size(); ++i) {
        TrendPoint point;
        point.start = Instant{} + static_cast<int>(i) * step;
        point.length = step;
        point.totals =
            Totals{.events = 10 * step.count(), .runTimeMs = 0, .defects = defects[i], .unknownEvents = 0};
        snapshot.trend.push_back(point);
    }
    return snapshot;
}

} // namespace

class TestTrend : public QObject
{
    Q_OBJECT

private slots:
    void ratesAreAMinuteWhateverTheStep();
    void aSilentStepIsAGap();
    void theRunningStepIsJudgedByItsTime();
    void aFreshStepHasNoRateYet();
    void burstsAreUnusual();
    void aLoneDefectIsNotUnusual();
    void knowsWhenThereIsNothing();
};

void TestTrend::ratesAreAMinuteWhateverTheStep()
{
    const Trend trend = trendOf(steps({10, 10}, 300s));
    QCOMPARE(trend.samples.size(), 2U);
    QCOMPARE(trend.samples[0].events, std::optional(600.0));
    QCOMPARE(trend.samples[0].defects, std::optional(2.0));
}

void TestTrend::aSilentStepIsAGap()
{
    LiveSnapshot snapshot = steps({1, 1, 1});
    snapshot.trend[1].totals.reset();
    const Trend trend = trendOf(snapshot);
    QVERIFY(!trend.samples[1].events);
    QVERIFY(!trend.samples[1].defects);
    QVERIFY(trend.samples[2].events);
}

void TestTrend::theRunningStepIsJudgedByItsTime()
{
    LiveSnapshot snapshot = steps({4, 4});
    snapshot.trend[1].length = 30s;
    snapshot.trend[1].totals->events = 300;
    const TrendSample running = trendOf(snapshot).samples[1];
    QVERIFY(running.running);
    QCOMPARE(running.events, std::optional(600.0));
    QCOMPARE(running.defects, std::optional(4.0)); // of the whole minute so far: it can only grow
}

void TestTrend::aFreshStepHasNoRateYet()
{
    LiveSnapshot snapshot = steps({4, 0});
    snapshot.trend[1].length = 0s;
    const TrendSample fresh = trendOf(snapshot).samples[1];
    QVERIFY(!fresh.events);
    QCOMPARE(fresh.defects, std::optional(0.0));
}

void TestTrend::burstsAreUnusual()
{
    const Trend trend = trendOf(steps({4, 4, 4, 4, 4, 4, 4, 4, 4, 20}));
    QVERIFY(trend.samples[9].unusual);
    QVERIFY(!trend.samples[0].unusual);
}

void TestTrend::aLoneDefectIsNotUnusual()
{
    std::vector<std::int64_t> defects(60, 0);
    defects[7] = 1;
    QVERIFY(!trendOf(steps(defects)).samples[7].unusual);
    QCOMPARE(controlLimit(0), 1.0);
    QCOMPARE(controlLimit(4), 10.0);
}

void TestTrend::knowsWhenThereIsNothing()
{
    LiveSnapshot snapshot = steps({0});
    QVERIFY(trendOf(snapshot).hasEvents());
    snapshot.trend[0].totals.reset();
    QVERIFY(!trendOf(snapshot).hasEvents());
}

LINEWATCH_TEST(TestTrend)
#include "tst_trend.moc"
