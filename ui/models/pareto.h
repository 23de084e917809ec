// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"

#include <QString>

#include <set>
#include <span>
#include <vector>

namespace linewatch::ui {

struct ParetoBar {
    QString label; ///< the line's name; for the rest 'Other (6)'
    std::int64_t defects = 0;
    double share = 0;      ///< of all defects, 0 to 1
    double cumulative = 0; ///< of this bar and those before it, 0 to 1
    bool warning = false;  ///< a machine of this line is in Warning now
    bool isOther = false;
    LineId line = {}; ///< whose bar it is; empty: the rest

    friend bool operator==(const ParetoBar &, const ParetoBar &) = default;
};

/** Defects by line, most first, the rest as one bar at the end. */
struct Pareto {
    TimeWindow window;
    std::int64_t defects = 0; ///< of all lines
    std::vector<ParetoBar> bars;

    friend bool operator==(const Pareto &, const Pareto &) = default;
};

/**
 * The first @p single lines each for themselves and the others together. A lone rest keeps its name: 'Other
 * (1)' would hide what there is room to say. Pure.
 */
Pareto paretoOf(const LiveSnapshot &snapshot, std::size_t single = 6);
/** The same of @p lines in the order of /stats/top-defect-lines, each with a known defect. */
Pareto paretoOf(const TimeWindow &window, std::span<const LineSnapshot> lines, const std::set<LineId> &warned,
                std::size_t single);

} // namespace linewatch::ui
