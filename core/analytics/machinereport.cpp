// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinereport.h"

#include "analytics/coverage.h"
#include "analytics/directory.h"
#include "analytics/machinetotals.h"
#include "analytics/readrules.h"

#include <algorithm>

namespace linewatch {

namespace {

std::optional<ClockWitness> clockWitness(const std::vector<EventItem> &items)
{
    const auto offset = [](const EventItem &item) {
        return item.event.recordedTime - item.event.payload.eventTime;
    };
    const auto least = std::ranges::min_element(items, {}, offset);
    if (least == items.end())
        return std::nullopt;
    const StoredEvent &event = least->event;
    return ClockWitness{event.eventId, event.payload.eventTime, event.recordedTime, std::ssize(items)};
}

/** What its newest events of all say. */
Result<void> readWho(EventReader &reader, const MachineId &machineId, MachineReport &report)
{
    EventFilter filter;
    filter.machineId = machineId;
    const Result<EventPage> page = reader.events(filter, MachineReport::ClockEvents, std::nullopt);
    if (!page)
        return page.failure();
    report.clockWitness = clockWitness(page->items);
    if (report.clockWitness)
        report.clockOffset = report.clockWitness->offset();
    if (page->items.empty())
        return {};
    const EventItem &newest = page->items.front();
    report.isKnown = true;
    report.line = newest.line;
    report.factoryId = newest.event.payload.factoryId;
    report.lastEventTime = newest.event.payload.eventTime;
    return {};
}

Result<void> readState(EventReader &reader, const MachineId &machineId, const StateRules &common,
                       MachineReport &report)
{
    const Result<MachineRules> rules = readRulesOf(reader, machineId, common);
    if (!rules)
        return rules.failure();
    const Instant now = report.at;
    const TimeWindow health{now - common.healthWindow, now};
    const Result<Totals> totals = machineTotals(reader, machineId, health);
    if (!totals)
        return totals.failure();
    report.rules = rules->of(machineId, now);
    report.judgement = judged({.moment = now,
                               .lookedAt = {now - DirectoryWindow, now},
                               .hasData = report.lastEventTime > now - DirectoryWindow,
                               .lastEvent = report.lastEventTime,
                               .health = health,
                               .totals = *totals,
                               .rules = report.rules,
                               .retiredSince = rules->retiredSince(machineId)});
    return {};
}

Result<void> readFigures(EventReader &reader, const MachineId &machineId, double threshold,
                         MachineReport &report)
{
    Result<MachineHealth> health = machineHealth(reader, machineId, report.window, threshold);
    if (!health)
        return health.failure();
    report.health = std::move(*health);
    const Totals &totals = report.health.totals;
    report.isKnown = report.isKnown || totals.events > 0;
    report.defectsPer100 = kpi::defectsPercent(totals.defects, totals.events);
    report.unknownPercent = kpi::defectsPercent(totals.unknownEvents, totals.events); // a share like any
    return {};
}

Result<void> readHistory(EventReader &reader, const MachineId &machineId, const Coverage &coverage,
                         Instant now, const StateRules &rules, MachineReport &report)
{
    const MachineSteps plan = machineSteps(coverage.window, coverage.horizon);
    report.step = plan.step;
    Result<std::vector<MachineStep>> steps = readMachineSteps(reader, machineId, plan.spans);
    if (!steps)
        return steps.failure();
    report.steps = std::move(*steps);
    const Instant since = std::max(coverage.window.start, coverage.horizon);
    Result<std::vector<StateSample>> history =
        readStateHistory(reader, machineId, report.steps, {since, coverage.horizon, now}, rules);
    if (!history)
        return history.failure();
    report.history = std::move(*history);
    return {};
}

Result<void> readNewest(EventReader &reader, const MachineId &machineId, TimeWindow window,
                        MachineReport &report)
{
    EventFilter filter;
    filter.machineId = machineId;
    filter.from = window.start;
    filter.to = window.end;
    Result<EventPage> page = reader.events(filter, MachineReport::NewestEvents, std::nullopt);
    if (!page)
        return page.failure();
    report.newest = std::move(page->items);
    return {};
}

} // namespace

Result<MachineReport> readMachineReport(EventReader &reader, const MachineId &machineId, TimeWindow window,
                                        Instant now, const StateRules &rules)
{
    const Result<Coverage> coverage = coverageOf(reader, window);
    if (!coverage)
        return coverage.failure();
    MachineReport report;
    report.at = now;
    report.window = coverage->window;
    report.isWidened = coverage->isWidened;
    if (Result<void> done = readWho(reader, machineId, report); !done)
        return done.failure();
    if (Result<void> done = readState(reader, machineId, rules, report); !done)
        return done.failure();
    if (Result<void> done = readFigures(reader, machineId, rules.healthThreshold, report); !done)
        return done.failure();
    if (Result<void> done = readHistory(reader, machineId, *coverage, now, report.rules, report); !done)
        return done.failure();
    if (Result<void> done = readNewest(reader, machineId, window, report); !done)
        return done.failure();
    return report;
}

} // namespace linewatch
