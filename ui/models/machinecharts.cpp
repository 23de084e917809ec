// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinecharts.h"

#include "ui/models/durationtext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct MachineCharts {
    Q_DECLARE_TR_FUNCTIONS(MachineCharts)
};

/** A step without an event: a gap, unless it is still to come. */
TimePoint emptyPoint(const MachineReport &report, const MachineStep &step)
{
    const bool isToCome = step.span.start >= report.at;
    return {.value = {},
            .bar = {},
            .isGap = !isToCome,
            .words = isToCome ? MachineCharts::tr("is still to come") : MachineCharts::tr("no event")};
}

/** In known defects an hour; nothing where it cannot be told. */
std::optional<double> rateOf(const MachineReport &report, std::size_t index, const StateRules &rules)
{
    const MachineStep &step = report.steps[index];
    if (report.step > rules.healthWindow)
        return kpi::defectRate(step.totals.defects, step.span.length()).toDouble();
    const StateSample &sample = report.history[index];
    if (!sample.state)
        return std::nullopt;
    return kpi::defectRate(sample.healthDefects, rules.healthWindow).toDouble();
}

TimePoint ratePoint(const MachineReport &report, std::size_t index, const StateRules &rules,
                    const Formats &formats)
{
    const Totals &totals = report.steps[index].totals;
    TimePoint point;
    QStringList words;
    if (totals.unknownEvents < totals.events) {
        point.value = rateOf(report, index, rules);
        point.bar = static_cast<double>(totals.defects);
        if (point.value)
            words << MachineCharts::tr("%1 defects an hour").arg(formats.fixed(*point.value, 1));
        words << MachineCharts::tr("%1 known defects in this step").arg(formats.count(totals.defects));
    }
    words << MachineCharts::tr("%1 events").arg(formats.count(totals.events));
    if (totals.unknownEvents > 0)
        words
            << MachineCharts::tr("%1 of them with unknown defects").arg(formats.count(totals.unknownEvents));
    point.words = words.join(QLatin1Char('\n'));
    return point;
}

TimePoint cyclePoint(const Totals &totals, const Formats &formats)
{
    const double seconds = static_cast<double>(totals.runTimeMs) / static_cast<double>(totals.events) / 1000;
    return {.value = seconds,
            .bar = static_cast<double>(totals.events),
            .isGap = false,
            .words = MachineCharts::tr("%1 s a cycle\n%2 events")
                         .arg(formats.fixed(seconds, 2), formats.count(totals.events))};
}

} // namespace

TimeSteps timeStepsOf(const MachineReport &report)
{
    TimeSteps steps{report.step, {}};
    for (const MachineStep &step : report.steps)
        steps.spans.push_back(step.span);
    return steps;
}

StateTimes stateTimesOf(const MachineReport &report)
{
    return {timeStepsOf(report), stateBands(report.steps, report.history, report.at)};
}

TimeSeries defectRateSeries(const MachineReport &report, const StateRules &rules, const Formats &formats)
{
    TimeSeries series{timeStepsOf(report), {}, rules.healthThreshold};
    for (std::size_t i = 0; i < report.steps.size(); ++i) {
        const MachineStep &step = report.steps[i];
        series.points.push_back(step.totals.events == 0 ? emptyPoint(report, step)
                                                        : ratePoint(report, i, rules, formats));
    }
    return series;
}

TimeSeries cycleTimeSeries(const MachineReport &report, const Formats &formats)
{
    TimeSeries series{timeStepsOf(report), {}, std::nullopt};
    for (const MachineStep &step : report.steps) {
        series.points.push_back(step.totals.events == 0 ? emptyPoint(report, step)
                                                        : cyclePoint(step.totals, formats));
    }
    return series;
}

} // namespace linewatch::ui
