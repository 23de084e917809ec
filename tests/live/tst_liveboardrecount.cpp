// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/liveboard.h"
#include "live/recount.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;
using std::chrono::minutes;

namespace {

/** Inserts or corrects some events, in the plant and on the board. */
void change(Plant &plant, LiveBoard &board, Dice &dice, Instant now)
{
    std::vector<EventChange> changes;
    for (std::int64_t left = dice.between(1, 5); left > 0; --left) {
        const EventPayload event = randomEvent(dice, now);
        if (plant.events.empty() || dice.chance(60)) {
            changes.push_back(inserted(event));
            plant.events.push_back(event);
        } else {
            EventPayload &old = plant.events[dice.below(plant.events.size())];
            changes.push_back(corrected(old, event));
            old = event;
        }
    }
    record(board, changes, now);
}

std::vector<SourceSeed> seedsOf(const Plant &plant, const std::vector<TimeWindow> &minutes)
{
    const auto isRead = [&minutes](Instant minute) {
        return std::ranges::any_of(minutes,
                                   [minute](const TimeWindow &each) { return each.contains(minute); });
    };
    std::vector<SourceSeed> seeds;
    for (const EventPayload &event : plant.events) { // each as if it were a source of its own
        seeds.push_back({event.machineId, event.lineId, lineOf(event), event.eventTime, {}});
        const Instant minute = bucketStart(event.eventTime, BucketWidth::Minute);
        if (isRead(minute))
            seeds.back().minutes.emplace_back(minute, totalsOf(event));
    }
    return seeds;
}

/** Inserts or moves an event in the plant; the minutes that changed. */
std::vector<TimeWindow> changeUnseen(Plant &plant, Dice &dice, Instant now)
{
    const auto minuteOf = [](const EventPayload &event) {
        const Instant start = bucketStart(event.eventTime, BucketWidth::Minute);
        return TimeWindow{start, start + 1min};
    };
    const EventPayload event = randomEvent(dice, now);
    if (plant.events.empty() || dice.chance(60)) {
        plant.events.push_back(event);
        return {minuteOf(event)};
    }
    EventPayload &old = plant.events[dice.below(plant.events.size())];
    const TimeWindow left = minuteOf(std::exchange(old, event));
    return {left, minuteOf(event)};
}

} // namespace

/** A board's figures after any changes, against the same counted anew. */
class LiveBoardRecountTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFigureEqualsBruteForceOverAnyChanges()
    {
        Dice dice(22);
        LiveBoard board(rules);
        Plant plant;
        static const std::vector<minutes> lengths{1min, 15min, 60min, 121min, 8h};
        Instant now = noon;
        for (int i = 0; i < 1500; ++i) {
            change(plant, board, dice, now);
            now += std::chrono::microseconds{dice.between(0, 90'000'000)}; // some 19 hours in all
            const minutes shown = dice.pick(lengths);
            const LiveSnapshotPtr snapshot = board.snapshot(now, shown, 0);
            QVERIFY(equalsRecount(*snapshot, plant));
        }
    }

    /** A board that hears of no commit, and is told the changed minutes now and then, some of them again. */
    void everyFigureEqualsBruteForceOnABoardThatFollows()
    {
        Dice dice(23);
        LiveBoard board(rules);
        Plant plant;
        Instant now = noon;
        std::vector<TimeWindow> changed;
        for (int i = 0; i < 600; ++i) {
            for (std::int64_t left = dice.between(0, 4); left > 0; --left) {
                for (const TimeWindow &minute : changeUnseen(plant, dice, now))
                    changed.push_back(minute);
            }
            board.replace({changed, seedsOf(plant, changed)});
            now += std::chrono::microseconds{dice.between(0, 90'000'000)};
            board.noteRead(now, 1ms);
            QVERIFY(
                equalsRecount(*board.snapshot(now, std::chrono::minutes{dice.between(1, 480)}, {}), plant));
            if (dice.chance(70))
                changed.clear();
        }
    }
};

LINEWATCH_TEST(LiveBoardRecountTest)
#include "tst_liveboardrecount.moc"
