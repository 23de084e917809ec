// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/linereport.h"

namespace linewatch {

namespace {

/** What both reports begin with. */
struct ReportSums {
    ReportWindows windows;
    SumsByLine shown;
    SumsByLine before;
};

Result<ReportSums> readSums(EventReader &reader, TimeWindow asked, Instant now)
{
    const Result<ReportWindows> windows = reportWindows(reader, asked, now);
    if (!windows)
        return windows.failure();
    Result<SumsByLine> shown = readSumsByLine(reader, windows->window);
    if (!shown)
        return shown.failure();
    Result<SumsByLine> before = readSumsByLine(reader, windows->before);
    if (!before)
        return before.failure();
    return ReportSums{*windows, std::move(*shown), std::move(*before)};
}

template <class Map>
typename Map::mapped_type valueOr(const Map &map, const typename Map::key_type &key)
{
    const auto found = map.find(key);
    return found == map.end() ? typename Map::mapped_type{} : found->second;
}

/** One machine's sums as those of a group. */
SumsByMachine only(const SumsByMachine &sums, const MachineId &machineId)
{
    const auto found = sums.find(machineId);
    return found == sums.end() ? SumsByMachine{} : SumsByMachine{*found};
}

void fill(FiguresRow &row, const ReportWindows &windows, const SumsByMachine &shown,
          const SumsByMachine &before)
{
    row.now = groupFigures(windows.window, shown);
    row.before = groupFigures(windows.before, before);
}

std::set<MachineId> machinesOf(const SumsByMachine &shown, const SumsByMachine &before)
{
    std::set<MachineId> machines;
    for (const SumsByMachine *sums : {&shown, &before}) {
        for (const auto &[machineId, totals] : *sums)
            machines.insert(machineId);
    }
    return machines;
}

StepList sumOf(const std::map<MachineId, StepList> &machines, std::size_t count)
{
    StepList sum(count);
    for (const auto &[machineId, steps] : machines)
        addSteps(sum, steps);
    return sum;
}

LineRow lineRow(const LineId &lineId, const ReportSums &sums, const StatesByMachine &states)
{
    LineRow row;
    row.lineId = lineId;
    const SumsByMachine shown = valueOr(sums.shown, lineId);
    const SumsByMachine before = valueOr(sums.before, lineId);
    fill(row, sums.windows, shown, before);
    for (const MachineId &machineId : machinesOf(shown, before))
        ++row.states[static_cast<std::size_t>(states.at(machineId).state)];
    return row;
}

std::set<LineId> linesOf(const ReportSums &sums)
{
    std::set<LineId> lines;
    for (const SumsByLine *part : {&sums.shown, &sums.before}) {
        for (const auto &[lineId, machines] : *part)
            lines.insert(lineId);
    }
    return lines;
}

/** Gives each line and the plant its steps. */
Result<void> readSteps(EventReader &reader, LinesReport &report)
{
    const Result<StepsByLine> steps = readStepsByLine(reader, report.windows.window, report.steps);
    if (!steps)
        return steps.failure();
    StepList plant(report.steps.count(report.windows.window));
    for (LineRow &row : report.lines) {
        const StepList lineSteps = sumOf(valueOr(*steps, row.lineId), plant.size());
        row.defects = knownDefects(lineSteps);
        addSteps(plant, lineSteps);
    }
    report.plant.defects = knownDefects(plant);
    report.isWhole = true;
    return {};
}

/** Gives the line and each of its machines their steps. */
Result<void> readSteps(EventReader &reader, LineReport &report)
{
    const Result<StepsByLine> allSteps =
        readStepsByLine(reader, report.windows.window, report.steps, report.lineId);
    if (!allSteps)
        return allSteps.failure();
    const std::map<MachineId, StepList> steps = valueOr(*allSteps, report.lineId);
    report.trend = sumOf(steps, report.steps.count(report.windows.window));
    report.line.defects = knownDefects(report.trend);
    for (MachineOnLine &row : report.machines) {
        StepList own(report.trend.size());
        addSteps(own, valueOr(steps, row.machineId));
        row.defects = knownDefects(own);
    }
    report.isWhole = true;
    return {};
}

/** Reads the steps of a report that has all its figures. */
template <class Report>
Result<Report> finished(EventReader &reader, Report report, const TellPart<Report> &tell)
{
    report.isWhole = false;
    if (tell)
        tell(report);
    if (Result<void> done = readSteps(reader, report); !done)
        return done.failure();
    return report;
}

} // namespace

Result<LinesReport> readLinesReport(EventReader &reader, TimeWindow window, Instant now,
                                    const StateRules &rules, const TellPart<LinesReport> &tell)
{
    const Result<ReportSums> sums = readSums(reader, window, now);
    if (!sums)
        return sums.failure();
    LinesReport report;
    report.windows = sums->windows;
    report.steps = sparkSteps(report.windows.window, report.windows.horizon);
    const SumsByMachine shown = sumsByMachine(sums->shown);
    const SumsByMachine before = sumsByMachine(sums->before);
    const Result<StatesByMachine> states =
        machineStates(reader, machinesOf(shown, before), shown, report.windows, now, rules);
    if (!states)
        return states.failure();
    for (const LineId &lineId : linesOf(*sums))
        report.lines.push_back(lineRow(lineId, *sums, *states));
    fill(report.plant, report.windows, shown, before);
    return finished(reader, std::move(report), tell);
}

Result<LineReport> readLineReport(EventReader &reader, const LineId &lineId, TimeWindow window, Instant now,
                                  const StateRules &rules, const TellPart<LineReport> &tell)
{
    const Result<ReportSums> sums = readSums(reader, window, now);
    if (!sums)
        return sums.failure();
    LineReport report;
    report.lineId = lineId;
    report.windows = sums->windows;
    report.steps = trendSteps(report.windows.window, report.windows.horizon);
    const SumsByMachine shown = valueOr(sums->shown, lineId);
    const SumsByMachine before = valueOr(sums->before, lineId);
    const SumsByMachine anywhere = sumsByMachine(sums->shown);
    const std::set<MachineId> machines = machinesOf(shown, before);
    const Result<StatesByMachine> states =
        machineStates(reader, machines, anywhere, report.windows, now, rules);
    if (!states)
        return states.failure();
    fill(report.line, report.windows, shown, before);
    for (const MachineId &machineId : machines) {
        MachineOnLine row;
        row.machineId = machineId;
        fill(row, report.windows, only(shown, machineId), only(before, machineId));
        row.judgement = states->at(machineId);
        row.state = row.judgement.state;
        row.isElsewhereToo = valueOr(anywhere, machineId).events > row.now.totals.events;
        report.machines.push_back(std::move(row));
    }
    for (const auto &[other, content] : sums->shown)
        report.lines.push_back(other);
    return finished(reader, std::move(report), tell);
}

} // namespace linewatch
