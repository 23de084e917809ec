// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/explanation.h"

#include <algorithm>
#include <functional>

namespace linewatch {

namespace {

std::optional<Decimal> ifEvents(const GroupFigures &numbers, Decimal figure)
{
    return numbers.hasEvents() ? std::optional(figure) : std::nullopt;
}

std::optional<Decimal> rateChange(const GroupFigures &now, const GroupFigures &before)
{
    const std::optional<Decimal> rate = now.defectRate();
    const std::optional<Decimal> rateBefore = before.defectRate();
    if (!rate || !rateBefore)
        return std::nullopt;
    return Decimal{rate->scaled - rateBefore->scaled, rate->places};
}

/** What facts make of it; nothing where sums do. */
struct FigureOfFacts {
    std::optional<Decimal> operator()(const StateTally &tally) const
    {
        return Decimal{tally.of(MachineState::Healthy), 0};
    }
    std::optional<Decimal> operator()(const ClockWitness &clock) const
    {
        return Decimal{-clock.offset().count(), 6};
    }
    std::optional<Decimal> operator()(const IngestFacts &ingest) const
    {
        return ingest.took.count() > 0 ? std::optional(Decimal{ingest.took.count(), 3}) : std::nullopt;
    }
    template <class Other>
    std::optional<Decimal> operator()(const Other & /*facts*/) const
    {
        return std::nullopt;
    }
};

/** The event of that time; nothing where a correction moved it meanwhile. */
Result<std::optional<StoredEvent>> readEventAt(EventReader &reader, const MachineId &machineId, Instant time)
{
    EventFilter filter;
    filter.machineId = machineId;
    filter.from = time;
    filter.to = time + std::chrono::microseconds{1};
    const Result<EventPage> page = reader.events(filter, 1, std::nullopt);
    if (!page)
        return page.failure();
    return page->items.empty() ? std::nullopt : std::optional(page->items.front().event);
}

} // namespace

std::optional<Decimal> figureOf(FigureKind kind, const GroupFigures &numbers)
{
    switch (kind) {
    case FigureKind::DefectRate:
        return numbers.defectRate();
    case FigureKind::DefectsPercent:
        return numbers.defectsPercent();
    case FigureKind::Availability:
        return numbers.availability();
    case FigureKind::Events:
        return Decimal{numbers.totals.events, 0};
    case FigureKind::EventsPerMinute:
        return numbers.eventsPerMinute();
    case FigureKind::Defects:
        return ifEvents(numbers, {numbers.totals.defects, 0});
    case FigureKind::UnknownPercent:
        return numbers.unknownPercent();
    case FigureKind::RunTime:
        return ifEvents(numbers, {numbers.totals.runTimeMs, 3});
    case FigureKind::ActiveMachines:
        return Decimal{numbers.machines, 0};
    case FigureKind::CycleTime:
        return numbers.cycleTime();
    case FigureKind::DefectRateChange:
    case FigureKind::HealthyMachines:
    case FigureKind::State:
    case FigureKind::LastEvent:
    case FigureKind::Clock:
    case FigureKind::CommitTime:
    case FigureKind::ReadTime:
        break;
    }
    return std::nullopt;
}

Explanation explain(FigureKind kind, const FigureSubject &subject, const GroupFigures &numbers,
                    const std::optional<GroupFigures> &before)
{
    Explanation explanation{.kind = kind, .subject = subject, .numbers = numbers, .before = before};
    explanation.result = kind == FigureKind::DefectRateChange && before ? rateChange(numbers, *before)
                                                                        : figureOf(kind, numbers);
    return explanation;
}

Explanation explain(FigureKind kind, const FigureSubject &subject, const GroupFigures &numbers,
                    const FigureFacts &facts)
{
    Explanation explanation = explain(kind, subject, numbers);
    explanation.facts = facts;
    if (!explanation.result)
        explanation.result = std::visit(FigureOfFacts{}, facts);
    return explanation;
}

std::vector<FigurePart> partsOf(FigureKind kind, const SumsByMachine &machines)
{
    std::vector<FigurePart> parts;
    for (const auto &[machineId, totals] : machines) {
        const std::int64_t count = kind == FigureKind::Defects ? totals.defects : totals.events;
        if (count > 0)
            parts.push_back({machineId, count});
    }
    std::ranges::stable_sort(parts, std::ranges::greater(), &FigurePart::count);
    return parts;
}

Result<std::optional<RejectedCount>> countRejected(EventReader &reader, const FigureSubject &subject,
                                                   TimeWindow window)
{
    if (!subject.lineId.isEmpty())
        return std::optional<RejectedCount>{};
    RejectionFilter filter;
    if (!subject.machineId.isEmpty())
        filter.machineId = subject.machineId.utf8();
    filter.from = window.start;
    filter.to = window.end;
    const Result<RejectionPage> page = reader.rejections(filter, RejectedCount::MostCounted);
    if (!page)
        return page.failure();
    return std::optional(RejectedCount{std::ssize(page->items), page->more});
}

Result<Explanation> completed(EventReader &reader, Explanation explanation)
{
    if (auto *last = std::get_if<LastEventFacts>(&explanation.facts)) {
        Result<std::optional<StoredEvent>> event =
            readEventAt(reader, explanation.subject.machineId, last->eventTime);
        if (!event)
            return event.failure();
        last->event = std::move(*event);
        last->wasRead = true;
        return explanation;
    }
    const Result<std::optional<RejectedCount>> rejected =
        countRejected(reader, explanation.subject, explanation.numbers.window);
    if (!rejected)
        return rejected.failure();
    explanation.rejected = *rejected;
    return explanation;
}

} // namespace linewatch
