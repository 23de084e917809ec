// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/liveboard.h"
#include "live/recount.h"

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
};

QTEST_GUILESS_MAIN(LiveBoardRecountTest)
#include "tst_liveboardrecount.moc"
