// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pareto.h"

#include <QCoreApplication>

#include <numeric>

namespace linewatch::ui {

namespace {

struct ParetoTexts {
    Q_DECLARE_TR_FUNCTIONS(Pareto)
};

std::int64_t defectsOf(std::span<const LineSnapshot> lines)
{
    return std::transform_reduce(lines.begin(), lines.end(), std::int64_t{0}, std::plus{},
                                 [](const LineSnapshot &line) { return line.defects; });
}

std::set<LineId> linesInWarning(const LiveSnapshot &snapshot)
{
    std::set<LineId> lines;
    for (const MachineSnapshot &machine : snapshot.machines) {
        if (machine.state == MachineState::Warning)
            lines.insert(machine.line);
    }
    return lines;
}

/** Shares can only be told when the order and the sum are known. */
void fillShares(Pareto &pareto)
{
    std::int64_t sum = 0;
    for (ParetoBar &bar : pareto.bars) {
        sum += bar.defects;
        bar.share = static_cast<double>(bar.defects) / static_cast<double>(pareto.defects);
        bar.cumulative = static_cast<double>(sum) / static_cast<double>(pareto.defects);
    }
}

} // namespace

Pareto paretoOf(const LiveSnapshot &snapshot, std::size_t single)
{
    return paretoOf(snapshot.window, snapshot.topLines, linesInWarning(snapshot), single);
}

Pareto paretoOf(const TimeWindow &window, std::span<const LineSnapshot> lines, const std::set<LineId> &warned,
                std::size_t single)
{
    const std::size_t shown = lines.size() <= single + 1 ? lines.size() : single;

    Pareto pareto{.window = window, .defects = defectsOf(lines), .bars = {}};
    for (const LineSnapshot &line : lines.first(shown)) {
        pareto.bars.push_back({.label = line.lineId.toString(),
                               .defects = line.defects,
                               .warning = warned.contains(line.lineId),
                               .line = line.lineId});
    }
    if (const auto rest = lines.subspan(shown); !rest.empty()) {
        pareto.bars.push_back({.label = ParetoTexts::tr("Other (%1)").arg(rest.size()),
                               .defects = defectsOf(rest),
                               .isOther = true});
    }
    fillShares(pareto);
    return pareto;
}

} // namespace linewatch::ui
