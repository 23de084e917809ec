// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/linetrend.h"

#include <algorithm>
#include <tuple>

namespace linewatch::ui {

Trend trendOf(const LineReport &report)
{
    LiveSnapshot snapshot;
    snapshot.origin = report.windows.isRunning ? SnapshotOrigin::StoreSoFar : SnapshotOrigin::StorePast;
    snapshot.window = report.windows.window;
    snapshot.trendStep = report.steps.step;
    snapshot.isWhole = report.isWhole;
    for (std::size_t i = 0; i < report.trend.size(); ++i) {
        const TimeWindow part = report.steps.part(report.windows.window, i);
        const Totals &totals = report.trend[i];
        snapshot.trend.push_back(
            {part.start, part.length(), totals.events > 0 ? std::optional(totals) : std::nullopt});
    }
    return trendOf(snapshot);
}

Pareto paretoOf(const LinesReport &report, std::size_t single)
{
    std::vector<LineSnapshot> lines;
    std::set<LineId> warned;
    for (const LineRow &row : report.lines) {
        if (row.now.totals.defects > 0)
            lines.push_back({row.lineId, row.now.totals.defects, row.now.totals.events});
        if (row.states[static_cast<std::size_t>(MachineState::Warning)] > 0)
            warned.insert(row.lineId);
    }
    std::ranges::stable_sort(lines, [](const LineSnapshot &a, const LineSnapshot &b) {
        return std::tie(a.defects, a.events) > std::tie(b.defects, b.events);
    });
    return paretoOf(report.windows.window, lines, warned, single);
}

} // namespace linewatch::ui
