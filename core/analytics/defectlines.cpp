// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/defectlines.h"

#include "analytics/coverage.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace linewatch {

std::vector<DefectLine> rankLines(const std::vector<SourceTotals> &parts, std::size_t limit)
{
    std::map<LineId, Totals> sums;
    for (const SourceTotals &part : parts)
        sums[part.source.line] += part.totals;

    std::vector<DefectLine> lines;
    for (const auto &[line, totals] : sums) {
        if (totals.defects > 0)
            lines.push_back(
                {line, totals.defects, totals.events, kpi::defectsPercent(totals.defects, totals.events)});
    }
    // Stable: ties stay in the map's order, by name.
    std::stable_sort(lines.begin(), lines.end(), [](const DefectLine &a, const DefectLine &b) {
        return std::tie(a.defects, a.events) > std::tie(b.defects, b.events);
    });
    if (lines.size() > limit)
        lines.resize(limit);
    return lines;
}

Result<std::vector<DefectLine>> topDefectLines(EventReader &reader, TimeWindow window, std::size_t limit,
                                               const FactoryId &factoryId)
{
    const Result<Coverage> coverage = coverageOf(reader, window);
    if (!coverage)
        return coverage.failure();
    const Result<std::vector<SourceTotals>> parts =
        reader.lineTotals(factoryId, planWindow(coverage->window));
    if (!parts)
        return parts.failure();
    return rankLines(*parts, limit);
}

} // namespace linewatch
