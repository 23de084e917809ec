// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/explanation.h"

#include "analytics/coverage.h"

namespace linewatch {

std::optional<Decimal> figureOf(FigureKind kind, const GroupFigures &numbers)
{
    switch (kind) {
    case FigureKind::DefectRate:
        return numbers.defectRate();
    case FigureKind::DefectsPercent:
        return numbers.defectsPercent();
    case FigureKind::Availability:
        break;
    }
    return numbers.availability();
}

Explanation explain(FigureKind kind, const FigureSubject &subject, const GroupFigures &numbers)
{
    return {.kind = kind,
            .subject = subject,
            .numbers = numbers,
            .result = figureOf(kind, numbers),
            .rejected = std::nullopt};
}

Result<Explanation> readExplanation(EventReader &reader, FigureKind kind, const FigureSubject &subject,
                                    TimeWindow window)
{
    const Result<Coverage> coverage = coverageOf(reader, window);
    if (!coverage)
        return coverage.failure();
    const Result<std::vector<SourceTotals>> parts =
        reader.totals({subject.machineId, {}}, planWindow(coverage->window));
    if (!parts)
        return parts.failure();
    SumsByMachine machines;
    for (const SourceTotals &part : *parts) {
        const bool counts = subject.lineId.isEmpty() || part.source.line == subject.lineId;
        if (counts && part.totals.events > 0)
            machines[part.source.machineId] += part.totals;
    }
    Explanation explanation = explain(kind, subject, groupFigures(coverage->window, machines));
    Result<std::optional<RejectedCount>> rejected = countRejected(reader, subject, coverage->window);
    if (!rejected)
        return rejected.failure();
    explanation.rejected = *rejected;
    return explanation;
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

} // namespace linewatch
