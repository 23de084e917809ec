// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/minutehistory.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:00Z");
constexpr Totals one{1, 4000, 2, 0};

} // namespace

class MinuteHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void sumsWholeMinutesByTheirStart()
    {
        MinuteHistory history;
        history.add(noon + 59'999'999us, one);
        history.add(noon + 1min, one);
        QCOMPARE(history.sum({noon, noon + 1min}), one);
        QCOMPARE(history.sum({noon, noon + 1min + 1us}), (Totals{2, 8000, 4, 0}));
        QCOMPARE(history.sum({noon + 1us, noon + 1min}), Totals{});
        QCOMPARE(history.sum({noon + 2min, noon + 1h}), Totals{});
    }

    void whatIsTakenAwayIsNotThere()
    {
        MinuteHistory history;
        history.add(noon, one);
        history.takeAway(noon + 30s, one);
        QCOMPARE(history.sum({noon, noon + 1h}), Totals{});
        QVERIFY(!history.newestMinute());
        history.forEach({noon, noon + 1h}, [](Instant, const Totals &) { QFAIL("an empty minute"); });
    }

    void whatIsClearedIsNotThereAndTheRestIs()
    {
        MinuteHistory history;
        for (const auto minute : {0min, 58min, 59min, 60min, 61min, 180min})
            history.add(noon + minute, one);
        history.clear({noon + 59min, noon + 61min});
        QCOMPARE(history.sum({noon, noon + 59min}), (Totals{2, 8000, 4, 0}));
        QCOMPARE(history.sum({noon + 59min, noon + 61min}), Totals{});
        QCOMPARE(history.sum({noon + 61min, noon + 4h}), (Totals{2, 8000, 4, 0}));
        history.clear({noon + 61min, Instant::max()});
        QCOMPARE(history.newestMinute(), std::optional(noon + 58min));
        history.add(noon + 60min, one);
        QCOMPARE(history.newestMinute(), std::optional(noon + 60min));
    }

    void minutesComeOldestFirstAcrossHours()
    {
        MinuteHistory history;
        for (const auto minute : {125min, 0min, 61min, 59min})
            history.add(noon + minute, one);
        QString visited;
        history.forEach({noon, noon + 3h},
                        [&](Instant minute, const Totals &) { visited += text(minute).mid(11, 5) + u' '; });
        QCOMPARE(visited, QStringLiteral("12:00 12:59 13:01 14:05 "));
    }

    void aWindowMayReachFromTheBeginningToTheEndOfTime()
    {
        MinuteHistory history;
        history.add(noon, one);
        history.add(noon + 3h, one);
        QCOMPARE(history.sum({Instant::min(), Instant::max()}), (Totals{2, 8000, 4, 0}));
        QCOMPARE(history.sum({Instant::min(), noon + 1h}), one);
    }

    void theNewestMinuteHoldsAnEvent()
    {
        MinuteHistory history;
        QVERIFY(!history.newestMinute());
        history.add(noon + 90s, one);
        history.add(noon + 10s, one);
        QCOMPARE(text(history.newestMinute().value()), text(noon + 1min));
        history.takeAway(noon + 90s, one);
        QCOMPARE(text(history.newestMinute().value()), text(noon));
    }

    void onlyWholeHoursAreForgotten()
    {
        MinuteHistory history;
        history.add(noon - 1us, one);
        history.add(noon + 5min, one);
        history.forgetBefore(noon + 30min);
        QCOMPARE(history.sum({noon - 1h, noon + 1h}), one);
        history.forgetBefore(noon + 1h);
        QCOMPARE(history.sum({noon - 1h, noon + 2h}), Totals{});
    }

    void whatLiesBeforeIsNotTakenInAnyMore()
    {
        MinuteHistory history;
        history.forgetBefore(noon + 30min);
        history.add(noon - 1us, one);
        QVERIFY(!history.newestMinute());
        history.takeAway(noon - 1us, one);
        QCOMPARE(history.sum({Instant::min(), Instant::max()}), Totals{});
        history.add(noon, one);
        QCOMPARE(history.sum({Instant::min(), Instant::max()}), one);
    }

    void aLimitThatStepsBackTakesMoreIn()
    {
        MinuteHistory history;
        history.forgetBefore(noon);
        history.forgetBefore(noon - 2h);
        history.add(noon - 1h, one);
        QCOMPARE(history.sum({Instant::min(), Instant::max()}), one);
    }

    void anyHistoryEqualsBruteForce()
    {
        Dice dice(20);
        const Instant start = at("1969-12-31T22:30:00Z"); // buckets before 1970 are no others
        MinuteHistory history;
        std::vector<std::pair<Instant, Totals>> kept;
        for (int i = 0; i < 2000; ++i) {
            if (!kept.empty() && dice.chance(30)) {
                const std::size_t gone = dice.below(kept.size());
                history.takeAway(kept[gone].first, kept[gone].second);
                kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(gone));
            } else {
                kept.emplace_back(dice.between(start, start + 4h),
                                  Totals{1, dice.between(0, 9000), dice.between(0, 3), 0});
                history.add(kept.back().first, kept.back().second);
            }
            const Instant from = dice.between(start, start + 4h);
            const TimeWindow window{from, dice.between(from, start + 5h)};
            Totals sum;
            for (const auto &[time, totals] : kept) {
                if (window.contains(std::chrono::floor<std::chrono::minutes>(time)))
                    sum += totals;
            }
            QCOMPARE(history.sum(window), sum);
        }
    }
};

LINEWATCH_TEST(MinuteHistoryTest)
#include "tst_minutehistory.moc"
