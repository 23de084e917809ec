// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventsteps.h"

#include "storage/linespans.h"

#include <algorithm>
#include <map>

namespace linewatch {

using std::chrono::microseconds;

namespace {

/** The sources of a selection, and those of which only a part of the time belongs to it. */
struct SelectedSources {
    std::vector<std::int64_t> whole;
    std::vector<Source> partly;
};

/** Nothing where nothing is filtered. */
Result<std::optional<SelectedSources>> selectedSources(EventReader &reader, const EventSelection &selection,
                                                       TimeWindow window)
{
    if (selection.machineId.isEmpty() && selection.line.isEmpty())
        return std::optional<SelectedSources>{};
    const Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    SelectedSources selected;
    for (const Source &source : *sources) {
        if (!selection.machineId.isEmpty() && source.machineId != selection.machineId)
            continue;
        const std::vector<LineSpan> spans = lineSpans(source, window);
        const auto isSelected = [&selection](const LineSpan &span) {
            return selection.line.isEmpty() || span.line == selection.line;
        };
        if (std::ranges::all_of(spans, isSelected))
            selected.whole.push_back(source.sourceId);
        else if (std::ranges::any_of(spans, isSelected))
            selected.partly.push_back(source);
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
        const Result<std::optional<SelectedSources>> sources =
            selectedSources(m_reader, m_selection, buckets.window);
        if (!sources)
            return fail(sources.failure());
        TotalsByStep sums;
        const bool isAll = !*sources;
        const std::vector<std::int64_t> whole = isAll ? std::vector<std::int64_t>{} : (*sources)->whole;
        if ((isAll || !whole.empty()) && !addSums(buckets, buckets.window.start, whole, sums))
            return false;
        if (!isAll && !addPartly(buckets, (*sources)->partly, sums))
            return false;
        const std::chrono::seconds step = lengthOf(buckets.width);
        for (const auto &[number, totals] : sums) {
            const Instant start = buckets.window.start + number * step;
            add({start, start + step}, totals);
        }
        return true;
    }

    /** By the number of the step, the last first. */
    using TotalsByStep = std::map<std::int64_t, Totals, std::greater<>>;

    /** Of whole buckets; no sources: of all. Steps are counted from @p origin on. */
    bool addSums(const BucketRange &buckets, Instant origin, const std::vector<std::int64_t> &sources,
                 TotalsByStep &steps)
    {
        const Result<std::vector<StepTotals>> sums = m_reader.stepTotals({.buckets = buckets,
                                                                          .origin = origin,
                                                                          .step = lengthOf(buckets.width),
                                                                          .bySource = false,
                                                                          .sources = sources});
        if (!sums)
            return fail(sums.failure());
        for (const StepTotals &sum : *sums)
            steps[static_cast<std::int64_t>(sum.step)] += sum.totals;
        return true;
    }

    /** Of sources that count for the line for a part of the time. */
    bool addPartly(const BucketRange &buckets, const std::vector<Source> &sources, TotalsByStep &steps)
    {
        for (const Source &source : sources) {
            for (const LineSpan &span : lineSpans(source, buckets.window)) {
                if (span.line == m_selection.line && !addSpan(buckets, source, span.window, steps))
                    return false;
            }
        }
        return true;
    }

    bool addSpan(const BucketRange &buckets, const Source &source, TimeWindow span, TotalsByStep &steps)
    {
        const Instant end = bucketStart(span.end, buckets.width);
        Instant start = bucketStart(span.start, buckets.width);
        if (start < span.start)
            start += lengthOf(buckets.width);
        const Instant origin = buckets.window.start;
        if (start > end) // within one bucket
            return addPiece(buckets, source, span, steps);
        const TimeWindow whole{start, end};
        return (!whole.isValid() || addSums({buckets.width, whole}, origin, {source.sourceId}, steps))
            && addPiece(buckets, source, {span.start, start}, steps)
            && addPiece(buckets, source, {end, span.end}, steps);
    }

    /** Of a piece of one bucket. */
    bool addPiece(const BucketRange &buckets, const Source &source, TimeWindow piece, TotalsByStep &steps)
    {
        if (!piece.isValid())
            return true;
        const Result<std::vector<SourceTotals>> parts =
            m_reader.totals({source.machineId, {}}, planWindow(piece));
        if (!parts)
            return fail(parts.failure());
        const std::int64_t step =
            (piece.start - buckets.window.start) / microseconds{lengthOf(buckets.width)};
        for (const SourceTotals &part : *parts) {
            if (part.source.sourceId == source.sourceId)
                steps[step] += part.totals;
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
