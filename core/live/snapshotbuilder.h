// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "live/sourcetrack.h"
#include "model/machinerules.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace linewatch {

/** The windows that a live view of the last so many minutes looks at; all start on a minute. */
struct LiveWindows {
    LiveWindows(Instant now, std::chrono::minutes shown, const StateRules &rules);

    TimeWindow shown;
    TimeWindow before; ///< as many minutes, up to shown.start
    TimeWindow health;
    std::chrono::seconds trendStep;
    std::chrono::seconds sparkStep;
};

/** Adds up tracks to a snapshot. Use once: add every track, then take. */
class SnapshotBuilder
{
public:
    SnapshotBuilder(Instant now, std::chrono::minutes shown, const MachineRules &rules);

    /**
     * Where @p assignments are given, they and not the track say for which line its minutes count: a minute
     * for the one at its start.
     */
    void add(const SourceTrack &track, const LineAssignments *assignments = nullptr);
    /** Everything but numbers, ingest figures and since when states last. */
    LiveSnapshot take();
    /**
     * Since when a machine has been in the state of the snapshot, to the minute; nothing when that is longer
     * than the minutes kept reach back, or when there is nothing to tell it by.
     */
    std::optional<Instant> stateBegan(const MachineSnapshot &machine) const;

private:
    /** A machine's tracks together. */
    struct Machine {
        std::vector<const SourceTrack *> tracks;
        Totals shown;
        Totals before;
        Totals health;
        std::vector<float> sparkline;
        const SourceTrack *newest = nullptr; ///< the one with the newest event
        LineId line;                         ///< of that event
    };

    std::vector<TrendPoint> trend() const;
    MachineSnapshot machineSnapshot(const MachineId &machineId, const Machine &machine) const;
    std::optional<Instant> healthBegan(const MachineId &machineId, Health health) const;
    std::vector<LineSnapshot> topLines() const;
    std::size_t completeSteps(std::chrono::seconds step) const;

    const Instant m_now;
    const MachineRules m_rules;
    const LiveWindows m_windows;
    std::unordered_map<MachineId, Machine> m_machines;
    std::map<LineId, Totals> m_lines;
    std::vector<Totals> m_trend; ///< by step
    Totals m_plant;
    Totals m_plantBefore;
};

} // namespace linewatch
