// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/boardchanges.h"
#include "model/dice.h"
#include "model/rollup.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

/** A board's figures counted anew, event by event. */
namespace linewatch::test {

inline LineId lineOf(const EventPayload &payload)
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

inline EventPayload randomEvent(Dice &dice, Instant now)
{
    static const std::vector<const char *> machines{"M-1", "M-2", "M-3", "M-4"};
    static const std::vector<const char *> lines{"LINE-A", "LINE-B", ""};
    const Instant time =
        now - std::chrono::microseconds{dice.between(0, dice.chance(70) ? 3'600'000'000 : 60'000'000'000)};
    return payloadOf(dice.pick(machines), time, static_cast<std::int32_t>(dice.between(-1, 2)),
                     dice.pick(lines));
}

inline bool checkFigures(const LiveSnapshot &snapshot, const Plant &plant)
{
    return snapshot.plant == plant.sum(snapshot.window)
        && snapshot.plantBefore == plant.sum(snapshot.previousWindow)
        && snapshot.activeMachines == plant.machinesIn(snapshot.window)
        && snapshot.activeMachinesBefore == plant.machinesIn(snapshot.previousWindow)
        && namesOf(snapshot.topLines) == plant.topLines(snapshot.window);
}

inline bool checkTrend(const LiveSnapshot &snapshot, const Plant &plant)
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

inline bool checkMachines(const LiveSnapshot &snapshot, const Plant &plant)
{
    const Instant running = bucketStart(snapshot.takenAt, BucketWidth::Minute);
    const TimeWindow health{running - std::chrono::minutes{59}, snapshot.window.end};
    for (const MachineSnapshot &machine : snapshot.machines) {
        const Totals sums = plant.sum(health, machine.machineId);
        const Decimal rate = kpi::defectRate(sums.defects, health.length());
        if (snapshot.healthWindow != health || machine.health != sums)
            return false;
        if (machine.shown != plant.sum(snapshot.window, machine.machineId) || machine.defectRate != rate)
            return false;
    }
    return true;
}

/** Everything that a snapshot says of the events in its windows. */
inline bool equalsRecount(const LiveSnapshot &snapshot, const Plant &plant)
{
    return checkFigures(snapshot, plant) && checkTrend(snapshot, plant) && checkMachines(snapshot, plant);
}

} // namespace linewatch::test
