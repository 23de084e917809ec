// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/boardchanges.h"
#include "live/liveboard.h"
#include "model/dice.h"
#include "model/rollup.h"
#include "model/samples.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;
using std::chrono::minutes;

namespace {

LineId lineOf(const EventPayload &payload)
{
    return payload.lineId.isEmpty() ? LineId(payload.machineId.utf8()) : payload.lineId;
}

/** Every event as it stands now, and the figures counted from them one by one. */
class Plant
{
public:
    std::vector<EventPayload> events;

    Totals sum(TimeWindow window, const std::function<bool(const EventPayload &)> &counts = {}) const
    {
        Totals sum;
        for (const EventPayload &event : events) {
            if (window.contains(bucketStart(event.eventTime, BucketWidth::Minute))
                && (!counts || counts(event)))
                sum += totalsOf(event);
        }
        return sum;
    }
    Totals sum(TimeWindow window, const MachineId &machine) const
    {
        return sum(window, [&machine](const EventPayload &event) { return event.machineId == machine; });
    }
    std::size_t machinesIn(TimeWindow window) const
    {
        std::set<MachineId> machines;
        for (const EventPayload &event : events) {
            if (window.contains(bucketStart(event.eventTime, BucketWidth::Minute)))
                machines.insert(event.machineId);
        }
        return machines.size();
    }
    /** As /stats/top-defect-lines orders them. */
    QString topLines(TimeWindow window) const
    {
        std::map<LineId, Totals> sums;
        for (const EventPayload &event : events) {
            if (window.contains(bucketStart(event.eventTime, BucketWidth::Minute)))
                sums[lineOf(event)] += totalsOf(event);
        }
        std::vector<LineSnapshot> lines;
        for (const auto &[line, totals] : sums) {
            if (totals.defects > 0)
                lines.push_back({line, totals.defects, totals.events});
        }
        std::sort(lines.begin(), lines.end(), [](const LineSnapshot &a, const LineSnapshot &b) {
            if (a.defects != b.defects)
                return a.defects > b.defects;
            return a.events != b.events ? a.events > b.events : a.lineId < b.lineId;
        });
        return namesOf(lines);
    }
};

EventPayload randomEvent(Dice &dice, Instant now)
{
    static const std::vector<const char *> machines{"M-1", "M-2", "M-3", "M-4"};
    static const std::vector<const char *> lines{"LINE-A", "LINE-B", ""};
    const Instant time =
        now - std::chrono::microseconds{dice.between(0, dice.chance(70) ? 3'600'000'000 : 60'000'000'000)};
    return payloadOf(dice.pick(machines), time, static_cast<std::int32_t>(dice.between(-1, 2)),
                     dice.pick(lines));
}

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
            QVERIFY(checkFigures(*snapshot, plant));
            QVERIFY(checkTrend(*snapshot, plant));
            QVERIFY(checkMachines(*snapshot, plant));
        }
    }

private:
    static bool checkFigures(const LiveSnapshot &snapshot, const Plant &plant)
    {
        return snapshot.plant == plant.sum(snapshot.window)
            && snapshot.plantBefore == plant.sum(snapshot.previousWindow)
            && snapshot.activeMachines == plant.machinesIn(snapshot.window)
            && snapshot.activeMachinesBefore == plant.machinesIn(snapshot.previousWindow)
            && namesOf(snapshot.topLines) == plant.topLines(snapshot.window);
    }

    static bool checkTrend(const LiveSnapshot &snapshot, const Plant &plant)
    {
        Instant start = snapshot.window.start;
        for (const TrendPoint &point : snapshot.trend) {
            const Totals sum =
                plant.sum({start, std::min<Instant>(start + snapshot.trendStep, snapshot.window.end)});
            if (point.start != start || point.totals != (sum.events > 0 ? std::optional(sum) : std::nullopt))
                return false;
            start += snapshot.trendStep;
        }
        return snapshot.window.end - start < snapshot.trendStep; // at most the newest step is left out
    }

    static bool checkMachines(const LiveSnapshot &snapshot, const Plant &plant)
    {
        const Instant running = bucketStart(snapshot.takenAt, BucketWidth::Minute);
        const TimeWindow health{running - 59min, snapshot.window.end};
        for (const MachineSnapshot &machine : snapshot.machines) {
            const Decimal rate =
                kpi::defectRate(plant.sum(health, machine.machineId).defects, health.length());
            if (machine.shown != plant.sum(snapshot.window, machine.machineId) || machine.defectRate != rate)
                return false;
        }
        return true;
    }
};

QTEST_GUILESS_MAIN(LiveBoardRecountTest)
#include "tst_liveboardrecount.moc"
