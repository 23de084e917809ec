// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"
#include "model/kpi.h"
#include "model/machinestate.h"
#include "model/outcome.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace linewatch {

/** The longest window that can be shown live; twice that is kept, for the comparison. */
inline constexpr std::chrono::hours LongestLiveWindow{8};

/** One machine as the dashboards show it. */
struct MachineSnapshot {
    MachineId machineId;
    LineId line; ///< the effective line; the machine's own name where it has none
    MachineState state = MachineState::NoData;
    /** When the state began, as far back as the board's history reaches; nothing when it began before. */
    std::optional<Instant> stateSince;
    std::optional<Instant> lastEventTime; ///< nothing of a window that is over
    Totals shown;                         ///< sums over the shown window
    Totals health;                        ///< sums over the health window
    Decimal defectRate;                   ///< known defects an hour over the health window
    std::optional<double> threshold = {}; ///< its own, of the registry; nothing: that of the snapshot
    /** How long it may say nothing before it is Silent; the longest time there is: it is never Silent. */
    std::chrono::microseconds silenceLimit = std::chrono::microseconds::max();
    std::optional<Instant> retiredSince = {}; ///< as the registry says
    std::vector<float> sparkline; ///< events a minute over the shown window in equal steps, oldest first
};

/** One line's share of the defects in the shown window. */
struct LineSnapshot {
    LineId lineId;
    std::int64_t defects = 0;
    std::int64_t events = 0;
};

/** The whole plant in one step of time. A step in which no machine said anything is a gap, not zero. */
struct TrendPoint {
    Instant start;
    std::chrono::microseconds length{
        0}; ///< what has passed of the step: less than trendStep in the newest one
    std::optional<Totals> totals;
};

/** How taking in goes, in this process. Counts are by time of arrival, since its start. */
struct IngestSnapshot {
    bool isElsewhere = false; ///< this process only shows what others take in: nothing of this is known
    TimeWindow window{};      ///< what the counts are over: the shown window of a live snapshot
    OutcomeCounts outcomes{};
    std::int64_t queuedBatches = 0;
    std::chrono::microseconds lastCommit{0}; ///< duration of the last commit; 0 before the first
    std::chrono::microseconds lastRead{0}; ///< what reading from the followed store took; 0: it follows none
    double eventsPerSecond = 0;            ///< posted events over the last ten seconds
};

/** Where a snapshot comes from. */
enum class SnapshotOrigin : std::uint8_t {
    Board,      ///< the live board: a window that ends now, kept up to date
    StoreSoFar, ///< read from the store: a window that was not over yet, up to takenAt
    StorePast   ///< read from the store: a window that was over
};

/**
 * Everything that the dashboards show of one window, at one moment. A value: built once, shared read-only
 * between threads. Numbers grow by one each time something changed.
 */
struct LiveSnapshot {
    std::uint64_t number = 0;
    SnapshotOrigin origin = SnapshotOrigin::Board;
    Instant takenAt;
    TimeWindow window;         ///< the shown window; the board's start on a minute and end at takenAt
    TimeWindow previousWindow; ///< as long, before it, for comparison by rate; the board's in whole minutes
    /** Before it events were removed, and only whole hours can be shown; nothing where the window begins
     * later. */
    std::optional<Instant> wholeHoursBefore;
    TimeWindow healthWindow{}; ///< what machines are judged over, ends with the window
    double healthThreshold = kpi::DefaultHealthThreshold; ///< of machines that have none of their own
    std::chrono::seconds trendStep{60};
    bool isWhole = true; ///< false: trend and sparklines are empty, because they are still being read

    std::vector<MachineSnapshot> machines; ///< by line, then machineId
    std::vector<LineSnapshot>
        topLines;                   ///< lines with a known defect, in the order of /stats/top-defect-lines
    std::vector<TrendPoint> trend;  ///< oldest first, covers the window
    Totals plant;                   ///< sums over the window
    Totals plantBefore;             ///< sums over previousWindow
    std::size_t activeMachines = 0; ///< machines with an event in the window
    std::size_t activeMachinesBefore = 0;
    IngestSnapshot ingest;

    /** Whether the window reaches up to the moment of the snapshot, so that its figures still grow. */
    bool isRunning() const { return origin != SnapshotOrigin::StorePast; }
    bool isEmpty() const { return machines.empty(); }
    /** Defects an hour, from which on one of its machines is in Warning. */
    double thresholdOf(const MachineSnapshot &machine) const
    {
        return machine.threshold.value_or(healthThreshold);
    }
};

using LiveSnapshotPtr = std::shared_ptr<const LiveSnapshot>;

} // namespace linewatch
