// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventsteps.h"

#include <algorithm>

namespace linewatch {

namespace {

/** Empty where nothing is filtered. */
Result<std::optional<std::vector<std::int64_t>>> selectedSources(EventReader &reader,
                                                                 const EventSelection &selection)
{
    if (selection.machineId.isEmpty() && selection.line.isEmpty())
        return std::optional<std::vector<std::int64_t>>{};
    const Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    std::vector<std::int64_t> selected;
    for (const Source &source : *sources) {
        if ((selection.machineId.isEmpty() || source.machineId == selection.machineId)
            && (selection.line.isEmpty() || source.line == selection.line))
            selected.push_back(source.sourceId);
    }
    return std::optional(std::move(selected));
}

class StepReader
{
public:
    StepReader(EventReader &reader, const EventSelection &selection)
        : m_reader(reader)
        , m_selection(selection)
    {
    }

    Result<std::vector<SummedStep>> read(TimeWindow window, BucketWidth width)
    {
        const Instant end = bucketStart(window.end, width);
        Instant start = bucketStart(window.start, width);
        if (start < window.start)
            start += lengthOf(width);
        if (start > end) // within one bucket
            return addEdge(window) ? std::move(m_steps) : Result<std::vector<SummedStep>>(*m_failure);
        if (!addEdge({end, window.end}) || !addBuckets({width, {start, end}})
            || !addEdge({window.start, start}))
            return *m_failure;
        return std::move(m_steps);
    }

private:
    bool addEdge(TimeWindow edge)
    {
        if (!edge.isValid())
            return true;
        const Result<Totals> totals = totalsIn(m_reader, m_selection, edge);
        if (!totals)
            return fail(totals.failure());
        add(edge, *totals);
        return true;
    }

    bool addBuckets(const BucketRange &buckets)
    {
        if (!buckets.window.isValid())
            return true;
        Result<std::optional<std::vector<std::int64_t>>> sources = selectedSources(m_reader, m_selection);
        if (!sources)
            return fail(sources.failure());
        if (*sources && (*sources)->empty())
            return true;
        const std::chrono::seconds step = lengthOf(buckets.width);
        Result<std::vector<StepTotals>> sums =
            m_reader.stepTotals({.buckets = buckets,
                                 .origin = buckets.window.start,
                                 .step = step,
                                 .bySource = false,
                                 .sources = *sources ? std::move(**sources) : std::vector<std::int64_t>{}});
        if (!sums)
            return fail(sums.failure());
        std::ranges::sort(*sums, std::ranges::greater{}, &StepTotals::step);
        for (const StepTotals &sum : *sums) {
            const Instant start = buckets.window.start + static_cast<std::int64_t>(sum.step) * step;
            add({start, start + step}, sum.totals);
        }
        return true;
    }

    void add(TimeWindow window, const Totals &totals)
    {
        if (totals.events > 0)
            m_steps.push_back({window, totals});
    }

    bool fail(const Failure &failure)
    {
        m_failure = failure;
        return false;
    }

    EventReader &m_reader;
    const EventSelection &m_selection;
    std::vector<SummedStep> m_steps;
    std::optional<Failure> m_failure;
};

} // namespace

Result<Totals> totalsIn(EventReader &reader, const EventSelection &selection, TimeWindow part)
{
    const Result<std::vector<SourceTotals>> sums = reader.totals({selection.machineId, {}}, planWindow(part));
    if (!sums)
        return sums.failure();
    Totals totals;
    for (const SourceTotals &sum : *sums) {
        if (selection.line.isEmpty() || sum.source.line == selection.line)
            totals += sum.totals;
    }
    return totals;
}

Result<std::vector<SummedStep>> readSteps(EventReader &reader, const EventSelection &selection,
                                          TimeWindow window, BucketWidth width)
{
    return StepReader(reader, selection).read(window, width);
}

} // namespace linewatch
