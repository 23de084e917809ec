// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventindex.h"

#include "analytics/coverage.h"

#include <algorithm>

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
            if (sum.totals.events > 0)
                m_steps.push_back({buckets.window.start + static_cast<std::int64_t>(sum.step + 1) * step,
                                   sum.totals.events});
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
