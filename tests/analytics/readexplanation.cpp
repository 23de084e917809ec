// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/readexplanation.h"

#include "analytics/coverage.h"

namespace linewatch::test {

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
    if (kind == FigureKind::Events || kind == FigureKind::Defects)
        explanation.parts = partsOf(kind, machines);
    Result<std::optional<RejectedCount>> rejected = countRejected(reader, subject, coverage->window);
    if (!rejected)
        return rejected.failure();
    explanation.rejected = *rejected;
    return explanation;
}

} // namespace linewatch::test
