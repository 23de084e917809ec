// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventindex.h"

#include "analytics/coverage.h"
#include "storage/linespans.h"

#include <algorithm>
#include <map>

namespace linewatch {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;

namespace {

/** As many are passed over within some 50 ms. */
constexpr std::int64_t mostInAStep = 20'000;
constexpr hours longestInMinutes{12};
constexpr days longestInMinutesWhereDense{31};
constexpr days longestInHours{75};
constexpr days longestInHoursWhereDense{730};

constexpr std::int64_t rowsAtOnce = 4'096;

bool isDense(TimeWindow window, std::int64_t events, microseconds step)
{
    return events / std::max<std::int64_t>(1, window.length() / step) > mostInAStep;
}

/** Exact, from sums and at most two edges. */
Result<std::int64_t> countIn(EventReader &reader, const EventSelection &selection, TimeWindow part)
{
    const Result<std::vector<SourceTotals>> sums = reader.totals({selection.machineId, {}}, planWindow(part));
    if (!sums)
        return sums.failure();
    std::int64_t events = 0;
    for (const SourceTotals &sum : *sums) {
        if (selection.line.isEmpty() || sum.source.line == selection.line)
            events += sum.totals.events;
    }
    return events;
}

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

/** Makes the steps of an index, the newest first. */
class StepReader
{
public:
    StepReader(EventReader &reader, const EventSelection &selection)
        : m_reader(reader)
        , m_selection(selection)
    {
    }

    Result<std::vector<EventIndex::Step>> read(TimeWindow window, BucketWidth width)
    {
        const Instant end = bucketStart(window.end, width);
        Instant start = bucketStart(window.start, width);
        if (start < window.start)
            start += lengthOf(width);
        if (start > end) // within one bucket
            return addEdge(window) ? std::move(m_steps) : Result<std::vector<EventIndex::Step>>(*m_failure);
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
        const Result<std::int64_t> events = countIn(m_reader, m_selection, edge);
        if (!events)
            return fail(events.failure());
        if (*events > 0)
            m_steps.push_back({edge.end, *events});
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
        EventsByStep events;
        const bool isAll = !*sources;
        const std::vector<std::int64_t> whole = isAll ? std::vector<std::int64_t>{} : (*sources)->whole;
        if ((isAll || !whole.empty()) && !addSums(buckets, buckets.window.start, whole, events))
            return false;
        if (!isAll && !addPartly(buckets, (*sources)->partly, events))
            return false;
        const std::chrono::seconds step = lengthOf(buckets.width);
        for (const auto &[number, count] : events) {
            if (count > 0)
                m_steps.push_back({buckets.window.start + (number + 1) * step, count});
        }
        return true;
    }

    /** By the number of the step, the last first. */
    using EventsByStep = std::map<std::int64_t, std::int64_t, std::greater<>>;

    /** Of whole buckets; no sources: of all. Steps are counted from @p origin on. */
    bool addSums(const BucketRange &buckets, Instant origin, const std::vector<std::int64_t> &sources,
                 EventsByStep &events)
    {
        const Result<std::vector<StepTotals>> sums = m_reader.stepTotals({.buckets = buckets,
                                                                          .origin = origin,
                                                                          .step = lengthOf(buckets.width),
                                                                          .bySource = false,
                                                                          .sources = sources});
        if (!sums)
            return fail(sums.failure());
        for (const StepTotals &sum : *sums)
            events[static_cast<std::int64_t>(sum.step)] += sum.totals.events;
        return true;
    }

    /** Of sources that count for the line for a part of the time. */
    bool addPartly(const BucketRange &buckets, const std::vector<Source> &sources, EventsByStep &events)
    {
        for (const Source &source : sources) {
            for (const LineSpan &span : lineSpans(source, buckets.window)) {
                if (span.line == m_selection.line && !addSpan(buckets, source, span.window, events))
                    return false;
            }
        }
        return true;
    }

    bool addSpan(const BucketRange &buckets, const Source &source, TimeWindow span, EventsByStep &events)
    {
        const Instant end = bucketStart(span.end, buckets.width);
        Instant start = bucketStart(span.start, buckets.width);
        if (start < span.start)
            start += lengthOf(buckets.width);
        const Instant origin = buckets.window.start;
        if (start > end) // within one bucket
            return addPiece(buckets, source, span, events);
        const TimeWindow whole{start, end};
        return (!whole.isValid() || addSums({buckets.width, whole}, origin, {source.sourceId}, events))
            && addPiece(buckets, source, {span.start, start}, events)
            && addPiece(buckets, source, {end, span.end}, events);
    }

    /** Of a piece of one bucket. */
    bool addPiece(const BucketRange &buckets, const Source &source, TimeWindow piece, EventsByStep &events)
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
                events[step] += part.totals.events;
        }
        return true;
    }

    bool fail(const Failure &failure)
    {
        m_failure = failure;
        return false;
    }

    EventReader &m_reader;
    const EventSelection &m_selection;
    std::vector<EventIndex::Step> m_steps;
    std::optional<Failure> m_failure;
};

} // namespace

EventIndex::EventIndex(EventFilter filter, StoreStamps asOf, const std::vector<Step> &steps)
    : m_filter(std::move(filter))
    , m_asOf(std::move(asOf))
{
    Steps made;
    made.places.reserve(steps.size());
    for (const Step &step : steps) {
        made.places.push_back({step.end, made.rows});
        made.rows += step.events;
    }
    m_steps = std::make_shared<const Steps>(std::move(made));
}

const EventIndex::Place &EventIndex::placeOf(std::int64_t row) const
{
    const auto after = std::ranges::upper_bound(m_steps->places, row, {}, &Place::firstRow);
    return *std::prev(after);
}

EventSeek EventIndex::seek(std::int64_t row) const
{
    // No id comes before the empty one: of the events at the end itself, which belong to the step after it,
    // none is on the page.
    const Place &place = placeOf(row);
    return {place.firstRow, EventCursor{m_asOf, place.end, EventId()}};
}

BucketWidth indexWidth(TimeWindow window, std::int64_t events)
{
    if (window.length() <= longestInMinutes
        || (window.length() <= longestInMinutesWhereDense && isDense(window, events, hours{1})))
        return BucketWidth::Minute;
    if (window.length() <= longestInHours
        || (window.length() <= longestInHoursWhereDense && isDense(window, events, days{1})))
        return BucketWidth::Hour;
    return BucketWidth::Day;
}

Result<EventIndex> readEventIndex(EventReader &reader, const EventSelection &selection)
{
    const Result<Coverage> coverage = coverageOf(reader, selection.window);
    if (!coverage)
        return coverage.failure();
    EventFilter filter{selection.machineId, selection.line,
                       std::max(selection.window.start, coverage->horizon), selection.window.end};
    const std::optional<TimeWindow> window = coverage->events();
    if (!window)
        return EventIndex(std::move(filter), {}, {});
    Result<StoreStamps> asOf = reader.stamps();
    if (!asOf)
        return asOf.failure();
    const Result<std::int64_t> events = countIn(reader, selection, *window);
    if (!events)
        return events.failure();
    const Result<std::vector<EventIndex::Step>> steps =
        StepReader(reader, selection).read(*window, indexWidth(*window, *events));
    if (!steps)
        return steps.failure();
    return EventIndex(std::move(filter), std::move(*asOf), *steps);
}

Result<std::int64_t> countEvents(EventReader &reader, const EventSelection &selection)
{
    const Result<Coverage> coverage = coverageOf(reader, selection.window);
    if (!coverage)
        return coverage.failure();
    const std::optional<TimeWindow> window = coverage->events();
    return window ? countIn(reader, selection, *window) : Result<std::int64_t>(0);
}

Result<EventStretch> readEventRows(EventReader &reader, const EventFilter &filter, const EventSeek &seek,
                                   std::int64_t firstRow, std::int64_t count)
{
    EventStretch rows{{}, seek.cursor};
    std::int64_t toSkip = firstRow - seek.row;
    while (rows.next && std::ssize(rows.items) < count) {
        const std::int64_t wanted = toSkip > 0 ? toSkip : count - std::ssize(rows.items);
        Result<EventPage> page =
            reader.events(filter, static_cast<int>(std::min(wanted, rowsAtOnce)), rows.next);
        if (!page)
            return page.failure();
        rows.next = std::move(page->next);
        if (toSkip > 0)
            toSkip -= std::ssize(page->items);
        else
            std::ranges::move(page->items, std::back_inserter(rows.items));
    }
    return rows;
}

} // namespace linewatch
