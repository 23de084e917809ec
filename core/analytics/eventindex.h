// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/eventsteps.h"
#include "analytics/tellpart.h"

#include <memory>

namespace linewatch {

/** Where to begin so that a row is reached: reading from the cursor on gives this row first. */
struct EventSeek {
    std::int64_t row = 0;
    EventCursor cursor;
};

/** How far events with some or with unknown defects are looked for. */
struct LookLimits {
    std::int64_t events = 500'000; ///< among so many of the selection: a second's work
    std::int64_t rows = 20'000;    ///< until there are so many; the rest is left to another window
};

/**
 * How many events a selection has by steps of time, in one state of the store, the newest first as
 * EventReader::events() lists them. A list of millions of events so knows its length and can be read at any
 * row. A value; copies share what is in it.
 *
 * Where only events with some or with unknown defects are listed, the others have to be passed over, however
 * many lie between. Then the index ends before the window begins once that many were looked through: isCut(),
 * and filter().from says where. What it has is exact all the same.
 */
class EventIndex
{
public:
    struct Step {
        Instant end; ///< not in it
        std::int64_t events = 0;
    };

    EventIndex() = default;
    /** @p steps newest first, none of them empty. @p filter as the events are read with. */
    EventIndex(EventFilter filter, StoreStamps asOf, const std::vector<Step> &steps, bool isCut = false);

    std::int64_t rows() const { return m_steps ? m_steps->rows : 0; }
    const EventFilter &filter() const { return m_filter; }
    /** Whether older events of the window were not looked at. */
    bool isCut() const { return m_isCut; }
    /** The end of the step that holds the row, which is from 0 to rows() - 1. */
    Instant timeNear(std::int64_t row) const { return placeOf(row).end; }
    /** The row must be from 0 to rows() - 1; the one found is that or one before, in the same step. */
    EventSeek seek(std::int64_t row) const;

private:
    struct Place {
        Instant end;
        std::int64_t firstRow = 0;
    };
    struct Steps {
        std::vector<Place> places;
        std::int64_t rows = 0;
    };

    const Place &placeOf(std::int64_t row) const;

    EventFilter m_filter;
    StoreStamps m_asOf;
    bool m_isCut = false;
    std::shared_ptr<const Steps> m_steps;
};

/** Rows of an index that follow each other. */
struct EventStretch {
    std::vector<EventItem> items;
    /** Where the row after the last begins; nothing where there is none. */
    std::optional<EventCursor> next;
};

/**
 * Which buckets an index of so many events is made of: narrow ones where a step would else hold so many that
 * it takes long to reach one within it, wide ones where there are too many to count. Pure.
 */
BucketWidth indexWidth(TimeWindow window, std::int64_t events);

/**
 * Ask in a snapshot. Of what is older than the store's horizon nothing is in it, and its filter begins there.
 * What is read through it afterwards shows the same state; only rows that retention removed meanwhile are
 * missing at its end. Where all events are listed and there are many, an index of the same rows is told
 * before, whose steps are wider, so that rows take longer to reach.
 */
Result<EventIndex> readEventIndex(EventReader &reader, const EventSelection &selection,
                                  const LookLimits &limits = {}, const TellPart<EventIndex> &tell = {});

/** How many rows readEventIndex() would have without limits: some defects are looked for in all events. */
Result<std::int64_t> countEvents(EventReader &reader, const EventSelection &selection);

/** @p count rows from @p firstRow on, which is not before that of @p seek; fewer where the list ends. */
Result<EventStretch> readEventRows(EventReader &reader, const EventFilter &filter, const EventSeek &seek,
                                   std::int64_t firstRow, std::int64_t count);

} // namespace linewatch
