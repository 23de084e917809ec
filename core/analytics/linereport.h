// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/linesteps.h"
#include "analytics/linesums.h"
#include "analytics/machinestates.h"
#include "analytics/tellpart.h"

#include <array>

namespace linewatch {

/** Known defects by step, oldest first; nothing: no events, or none that knew. */
using DefectSteps = std::vector<std::optional<std::int64_t>>;

/** One line, or one machine as far as it was on a line. */
struct FiguresRow {
    GroupFigures now;    ///< over the report's window
    GroupFigures before; ///< over the window before
    DefectSteps defects; ///< by the report's steps
};

struct LineRow : FiguresRow {
    LineId lineId;
    std::array<int, MachineStateCount> states{}; ///< how many of its machines are in each, by MachineState
};

struct MachineOnLine : FiguresRow {
    MachineId machineId;
    MachineState state = MachineState::NoData; ///< of the machine, wherever it was
    StateJudgement judgement;                  ///< how the state was decided
    bool isElsewhereToo = false;               ///< it had events on other lines in the window, too
};

/** Every line that had events in the window or the one before. */
struct LinesReport {
    ReportWindows windows;
    WindowSteps steps;          ///< of windows.window
    std::vector<LineRow> lines; ///< by lineId
    FiguresRow plant;           ///< all machines together, each once
    bool isWhole = true;        ///< false: no row has its steps yet
};

/** One line. */
struct LineReport {
    LineId lineId;
    ReportWindows windows;
    WindowSteps steps;                   ///< of windows.window
    FiguresRow line;                     ///< sums of its machines
    StepList trend;                      ///< what its machines did in each step
    std::vector<MachineOnLine> machines; ///< by machineId; those with events on it in the window or before
    std::vector<LineId> lines;           ///< all lines with events in the window, by name
    bool isWhole = true;                 ///< false: neither the trend nor a row has its steps yet
};

/**
 * Figures equal those that the API answers for the same window. States are those at @p now. @p window may end
 * later, and is then told of up to now. Within a ReadSnapshot. Fails as reportWindows() does. All but the
 * steps, which take longest, is told before.
 */
Result<LinesReport> readLinesReport(EventReader &reader, TimeWindow window, Instant now,
                                    const StateRules &rules, const TellPart<LinesReport> &tell = {});

/** The same of one line, with finer steps. A line that nobody has heard of has no machines. */
Result<LineReport> readLineReport(EventReader &reader, const LineId &lineId, TimeWindow window, Instant now,
                                  const StateRules &rules, const TellPart<LineReport> &tell = {});

} // namespace linewatch
