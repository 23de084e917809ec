// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/snapshotbuilder.h"

#include "model/healthwindow.h"
#include "model/rollup.h"

#include <algorithm>
#include <tuple>

namespace linewatch {

using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/** Trend steps are minutes while they fit a chart; sparklines are coarser. */
seconds trendStepFor(minutes shown)
{
    return shown > std::chrono::hours{2} ? minutes{5} : minutes{1};
}

seconds sparkStepFor(minutes shown)
{
    constexpr int steps = 30;
    return std::max<seconds>(minutes{1}, std::chrono::ceil<minutes>(seconds{shown} / steps));
}

/** The step in which @p minute lies, counted from @p origin. */
std::size_t stepOf(Instant minute, seconds step, Instant origin)
{
    return static_cast<std::size_t>((minute - origin) / std::chrono::microseconds{step});
}

} // namespace

LiveWindows::LiveWindows(Instant now, minutes length, const StateRules &rules)
    : trendStep(trendStepFor(length))
    , sparkStep(sparkStepFor(length))
{
    const Instant running = bucketStart(now, BucketWidth::Minute); // the minute that is not over yet
    const Instant start = running - length + minutes{1};
    // A window needs a length, also at the very start of its only minute.
    const Instant end = std::max(now, start + std::chrono::microseconds{1});
    shown = {start, end};
    before = {start - length, start};
    health = runningHealthWindow(end, rules);
}

SnapshotBuilder::SnapshotBuilder(Instant now, minutes shown, const MachineRules &rules)
    : m_now(now)
    , m_rules(rules)
    , m_windows(now, shown, rules.common())
    , m_trend(completeSteps(m_windows.trendStep) + 1)
{
}

std::size_t SnapshotBuilder::completeSteps(seconds step) const
{
    return static_cast<std::size_t>(m_windows.shown.length() / std::chrono::microseconds{step});
}

void SnapshotBuilder::add(const SourceTrack &track, const LineAssignments *assignments)
{
    const auto lineAt = [&](Instant moment) {
        if (!assignments)
            return track.line;
        const LineId assigned = assignedLine(*assignments, moment);
        return assigned.isEmpty() ? LineId(track.machineId.utf8()) : assigned;
    };
    const bool isDated =
        assignments && !assignments->empty() && (assignments->size() > 1 || assignments->front().from);
    Machine &machine = m_machines[track.machineId];
    machine.tracks.push_back(&track);
    if (!machine.newest || track.lastEventTime > machine.newest->lastEventTime)
        machine.newest = &track;
    if (machine.newest == &track)
        machine.line = lineAt(track.lastEventTime.value_or(m_now));
    machine.sparkline.resize(completeSteps(m_windows.sparkStep));

    Totals shown;
    track.minutes.forEach(m_windows.shown, [&](Instant minute, const Totals &totals) {
        shown += totals;
        if (isDated)
            m_lines[lineAt(minute)] += totals;
        m_trend[stepOf(minute, m_windows.trendStep, m_windows.shown.start)] += totals;
        const std::size_t step = stepOf(minute, m_windows.sparkStep, m_windows.shown.start);
        if (step < machine.sparkline.size())
            machine.sparkline[step] += static_cast<float>(totals.events);
    });
    const Totals before = track.minutes.sum(m_windows.before);
    machine.shown += shown;
    machine.before += before;
    machine.health += track.minutes.sum(m_windows.health);
    if (!isDated)
        m_lines[lineAt(m_now)] += shown;
    m_plant += shown;
    m_plantBefore += before;
}

LiveSnapshot SnapshotBuilder::take()
{
    LiveSnapshot snapshot;
    snapshot.takenAt = m_now;
    snapshot.window = m_windows.shown;
    snapshot.previousWindow = m_windows.before;
    snapshot.healthWindow = m_windows.health;
    snapshot.healthThreshold = m_rules.common().healthThreshold;
    snapshot.trendStep = m_windows.trendStep;
    for (const auto &[machineId, machine] : m_machines) {
        snapshot.machines.push_back(machineSnapshot(machineId, machine));
        snapshot.activeMachines += machine.shown.events > 0 ? 1U : 0U;
        snapshot.activeMachinesBefore += machine.before.events > 0 ? 1U : 0U;
    }
    std::sort(snapshot.machines.begin(), snapshot.machines.end(), [](const auto &a, const auto &b) {
        return std::tie(a.line, a.machineId) < std::tie(b.line, b.machineId);
    });
    snapshot.topLines = topLines();
    snapshot.trend = trend();
    snapshot.plant = m_plant;
    snapshot.plantBefore = m_plantBefore;
    return snapshot;
}

MachineSnapshot SnapshotBuilder::machineSnapshot(const MachineId &machineId, const Machine &machine) const
{
    MachineSnapshot snapshot;
    snapshot.machineId = machineId;
    snapshot.line = machine.line;
    snapshot.lastEventTime = machine.newest->lastEventTime;
    snapshot.shown = machine.shown;
    snapshot.health = machine.health;
    snapshot.defectRate = kpi::defectRate(machine.health.defects, m_windows.health.length());
    const bool hasData = machine.shown.events > 0;
    const StateRules rules = m_rules.of(machineId, m_now);
    snapshot.state = machineState(hasData ? machine.newest->lastEventTime : std::nullopt, m_now,
                                  machine.health.defects, m_windows.health.length(), rules);
    snapshot.threshold = m_rules.ownThreshold(machineId);
    snapshot.silenceLimit = rules.silenceLimit;
    snapshot.retiredSince = m_rules.retiredSince(machineId);
    snapshot.sparkline = machine.sparkline;
    const auto minutesPerStep = static_cast<float>(m_windows.sparkStep / minutes{1});
    for (float &value : snapshot.sparkline)
        value /= minutesPerStep;
    return snapshot;
}

std::optional<Instant> SnapshotBuilder::stateBegan(const MachineSnapshot &machine) const
{
    switch (machine.state) {
    case MachineState::NoData:
        return std::nullopt;
    case MachineState::Silent:
        return *machine.lastEventTime + m_rules.of(machine.machineId, m_now).silenceLimit;
    case MachineState::Warning:
        return healthBegan(machine.machineId, Health::Warning);
    case MachineState::Healthy:
        return healthBegan(machine.machineId, Health::Healthy);
    }
    return std::nullopt;
}

/** Goes back minute by minute until the health window that ends there says something else or holds nothing.
 */
std::optional<Instant> SnapshotBuilder::healthBegan(const MachineId &machineId, Health health) const
{
    const Machine &machine = m_machines.at(machineId);
    const double threshold = m_rules.of(machineId, m_now).healthThreshold;
    std::map<Instant, Totals> past;
    const TimeWindow kept{Instant::min(), m_windows.health.end};
    for (const SourceTrack *track : machine.tracks)
        track->minutes.forEach(kept,
                               [&past](Instant minute, const Totals &totals) { past[minute] += totals; });
    if (past.empty())
        return std::nullopt;

    const auto length = std::chrono::floor<minutes>(m_rules.common().healthWindow);
    const auto at = [&past](Instant minute) {
        const auto found = past.find(minute);
        return found == past.end() ? Totals{} : found->second;
    };
    Instant minute = bucketStart(m_now, BucketWidth::Minute);
    Totals window;
    for (Instant i = minute - length + minutes{1}; i <= minute; i += minutes{1})
        window += at(i);
    for (; minute >= past.begin()->first; minute -= minutes{1}) {
        const bool same = kpi::health(window.defects, length, threshold) == health;
        if (window.events == 0 || !same)
            return std::min(minute + minutes{1}, m_now);
        window -= at(minute);
        window += at(minute - length);
    }
    // It began with the machine's first event, unless older ones were forgotten.
    const Instant first = past.begin()->first;
    return first < m_now - 2 * LongestLiveWindow ? std::nullopt : std::optional(first);
}

std::vector<LineSnapshot> SnapshotBuilder::topLines() const
{
    std::vector<LineSnapshot> lines;
    for (const auto &[line, totals] : m_lines) {
        if (totals.defects > 0)
            lines.push_back({line, totals.defects, totals.events});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const LineSnapshot &a, const LineSnapshot &b) {
        return std::tie(a.defects, a.events) > std::tie(b.defects, b.events);
    });
    return lines;
}

std::vector<TrendPoint> SnapshotBuilder::trend() const
{
    std::vector<TrendPoint> points;
    for (Instant start = m_windows.shown.start; start < m_windows.shown.end; start += m_windows.trendStep) {
        const auto passed =
            std::min<std::chrono::microseconds>(m_windows.trendStep, m_windows.shown.end - start);
        // A rate over the first moments of a step would jump about.
        if (passed < std::chrono::microseconds{m_windows.trendStep} / 2)
            break;
        const Totals &totals = m_trend[stepOf(start, m_windows.trendStep, m_windows.shown.start)];
        points.push_back({start, passed, totals.events > 0 ? std::optional(totals) : std::nullopt});
    }
    return points;
}

} // namespace linewatch
