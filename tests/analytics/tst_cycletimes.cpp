// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cycletimes.h"

#include "model/dice.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

using Durations = std::vector<std::chrono::milliseconds>;

class CycleTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingHasNoBins() { QCOMPARE(cycleTimesOf({}), CycleTimes{}); }

    void oneDurationHasOneBin()
    {
        const CycleTimes times = cycleTimesOf({4s, 4s, 4s});
        QCOMPARE(times.bins, (std::vector<CycleBin>{{4000ms, 4001ms, 3}}));
        QCOMPARE(times.median, 4000ms);
    }

    void aFewFarFromAllOthersDoNotFlattenTheRest()
    {
        Durations durations(100, 0ms);
        for (std::size_t i = 0; i < durations.size(); ++i)
            durations[i] = 4000ms + std::chrono::milliseconds{10 * i};
        durations.push_back(6h);
        durations.push_back(0ms);
        const CycleTimes times = cycleTimesOf(durations);
        QCOMPARE(times.longer, 1);
        QCOMPARE(times.shorter, 1);
        QCOMPARE(times.longest, std::chrono::milliseconds{6h});
        QVERIFY(times.bins.size() >= 10);
        QVERIFY(times.bins.back().to <= 7s);
    }

    void everyCycleIsInItsBin()
    {
        Dice dice(7);
        for (int round = 0; round < 200; ++round) {
            Durations durations;
            const std::int64_t scale = std::int64_t{1} << dice.between(0, 24);
            for (auto i = dice.between(1, 400); i > 0; --i)
                durations.emplace_back(std::min<std::int64_t>(dice.between(0, scale), 21'600'000));
            const CycleTimes times = cycleTimesOf(durations);
            check(times, durations);
        }
    }

private:
    static void check(const CycleTimes &times, const Durations &durations)
    {
        const auto between = [&durations](std::chrono::milliseconds from, std::chrono::milliseconds to) {
            return std::ranges::count_if(durations, [=](auto time) { return time >= from && time < to; });
        };
        QVERIFY(!times.bins.empty() && times.bins.size() <= 60);
        const auto width = times.bins.front().to - times.bins.front().from;
        for (std::size_t i = 0; i < times.bins.size(); ++i) {
            const CycleBin &bin = times.bins[i];
            QCOMPARE(bin.cycles, between(bin.from, bin.to));
            QCOMPARE(bin.to - bin.from, width);
            if (i > 0)
                QCOMPARE(bin.from, times.bins[i - 1].to);
        }
        QCOMPARE(times.shorter, between(-1ms, times.bins.front().from));
        QCOMPARE(times.longer, between(times.bins.back().to, 24h));
        QCOMPARE(times.cycles, std::ssize(durations));
        // Nine of ten are seen.
        QVERIFY(10 * (times.shorter + times.longer) <= times.cycles);
        Durations sorted = durations;
        std::ranges::sort(sorted);
        QCOMPARE(times.median, sorted[(sorted.size() - 1) / 2]);
        QCOMPARE(times.shortest, sorted.front());
        QCOMPARE(times.longest, sorted.back());
    }
};

LINEWATCH_TEST(CycleTimesTest)
#include "tst_cycletimes.moc"
