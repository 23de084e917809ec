// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventindex.h"

#include "analytics/coverage.h"

#include <algorithm>
#include <limits>

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

/** So that there are a few of them, and what is read to sum up a window is little. */
BucketWidth widestStep(TimeWindow window)
{
    if (window.length() >= days{3})
        return BucketWidth::Day;
    return window.length() >= hours{3} ? BucketWidth::Hour : BucketWidth::Minute;
}

std::int64_t eventsIn(const std::vector<SummedStep> &steps)
{
    std::int64_t events = 0;
    for (const SummedStep &step : steps)
        events += step.totals.events;
    return events;
}

bool isDense(TimeWindow window, std::int64_t events, microseconds step)
{
    return events / std::max<std::int64_t>(1, window.length() / step) > mostInAStep;
}

/** Says of each step how many of its events are rows, until enough was looked through. */
class RowCounter
{
public:
    RowCounter(EventReader &reader, const EventFilter &filter, const LookLimits &limits)
        : m_reader(reader)
        , m_filter(filter)
        , m_limits(limits)
    {
    }

    /** @p steps newest first. */
    Result<void> count(const std::vector<SummedStep> &steps)
    {
        for (const SummedStep &step : steps) {
            if (isEnough(step.totals)) {
                m_begin = step.window.end;
                return {};
            }
            const Result<std::int64_t> rows = rowsOf(step);
            if (!rows)
                return rows.failure();
            m_lookedThrough += step.totals.events;
            m_rows += *rows;
            if (*rows > 0)
                m_steps.push_back({step.window.end, *rows});
        }
        return {};
    }

    const std::vector<EventIndex::Step> &steps() const { return m_steps; }
    /** Before it nothing was counted; nothing: all was. */
    const std::optional<Instant> &begin() const { return m_begin; }

private:
    /** Where all events are rows, no other have to be passed over to read them. */
    bool isEnough(const Totals &next) const
    {
        return m_filter.defects != EventDefects::Any && m_lookedThrough > 0
            && (next.events > m_limits.events - m_lookedThrough || m_rows >= m_limits.rows);
    }

    Result<std::int64_t> rowsOf(const SummedStep &step)
    {
        switch (m_filter.defects) {
        case EventDefects::Any:
            return std::int64_t{step.totals.events};
        case EventDefects::Unknown:
            return std::int64_t{step.totals.unknownEvents};
        case EventDefects::Some:
            break;
        }
        // Sums tell how many defects there were, but not in how many events.
        if (step.totals.defects == 0)
            return std::int64_t{0};
        EventFilter filter = m_filter;
        filter.from = step.window.start;
        filter.to = step.window.end;
        return m_reader.countByReading(filter);
    }

    EventReader &m_reader;
    const EventFilter &m_filter;
    const LookLimits &m_limits;
    std::vector<EventIndex::Step> m_steps;
    std::int64_t m_lookedThrough = 0;
    std::int64_t m_rows = 0;
    std::optional<Instant> m_begin;
};

Result<EventIndex> indexOf(EventReader &reader, const EventFilter &filter, const StoreStamps &asOf,
                           const LookLimits &limits, const std::vector<SummedStep> &steps)
{
    RowCounter counter(reader, filter, limits);
    if (const Result<void> counted = counter.count(steps); !counted)
        return counted.failure();
    EventFilter listed = filter;
    listed.from = counter.begin().value_or(*filter.from);
    return EventIndex(std::move(listed), asOf, counter.steps(), counter.begin().has_value());
}

} // namespace

EventIndex::EventIndex(EventFilter filter, StoreStamps asOf, const std::vector<Step> &steps, bool isCut)
    : m_filter(std::move(filter))
    , m_asOf(std::move(asOf))
    , m_isCut(isCut)
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

Result<EventIndex> readEventIndex(EventReader &reader, const EventSelection &selection,
                                  const LookLimits &limits, const TellPart<EventIndex> &tell)
{
    const Result<Coverage> coverage = coverageOf(reader, selection.window);
    if (!coverage)
        return coverage.failure();
    EventFilter filter{selection.machineId, selection.line,
                       std::max(selection.window.start, coverage->horizon), selection.window.end,
                       selection.defects};
    const std::optional<TimeWindow> window = coverage->events();
    if (!window)
        return EventIndex(std::move(filter), {}, {});
    Result<StoreStamps> asOf = reader.stamps();
    if (!asOf)
        return asOf.failure();
    const BucketWidth first = widestStep(*window);
    Result<std::vector<SummedStep>> steps = readSteps(reader, selection, *window, first);
    if (!steps)
        return steps.failure();
    const std::int64_t events = eventsIn(*steps);
    const BucketWidth width = indexWidth(*window, events);
    if (width == first)
        return indexOf(reader, filter, *asOf, limits, *steps);
    if (tell && events > 0 && selection.defects == EventDefects::Any) {
        Result<EventIndex> coarse = indexOf(reader, filter, *asOf, limits, *steps);
        if (!coarse)
            return coarse;
        tell(std::move(*coarse));
    }
    steps = readSteps(reader, selection, *window, width);
    if (!steps)
        return steps.failure();
    return indexOf(reader, filter, *asOf, limits, *steps);
}

Result<std::int64_t> countEvents(EventReader &reader, const EventSelection &selection)
{
    if (selection.defects == EventDefects::Some) {
        constexpr std::int64_t all = std::numeric_limits<std::int64_t>::max();
        const Result<EventIndex> index = readEventIndex(reader, selection, {all, all});
        return index ? Result<std::int64_t>(index->rows()) : index.failure();
    }
    const Result<Coverage> coverage = coverageOf(reader, selection.window);
    if (!coverage)
        return coverage.failure();
    const std::optional<TimeWindow> window = coverage->events();
    if (!window)
        return std::int64_t{0};
    const Result<Totals> totals = totalsIn(reader, selection, *window);
    if (!totals)
        return totals.failure();
    return std::int64_t{selection.defects == EventDefects::Unknown ? totals->unknownEvents : totals->events};
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
