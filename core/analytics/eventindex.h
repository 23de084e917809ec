// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

#include <memory>

namespace linewatch {

/** Which events of a store are listed. */
struct EventSelection {
    TimeWindow window;   ///< must be valid
    MachineId machineId; ///< empty: every machine
    LineId line;         ///< the effective one; empty: every line

    friend bool operator==(const EventSelection &, const EventSelection &) = default;
};

/** Where to begin so that a row is reached: reading from the cursor on gives this row first. */
struct EventSeek {
    std::int64_t row = 0;
    EventCursor cursor;
};

/**
 * How many events a selection has by steps of time, in one state of the store, the newest first as
 * EventReader::events() lists them. A list of millions of events so knows its length and can be read at any
 * row. A value; copies share what is in it.
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
    EventIndex(EventFilter filter, StoreStamps asOf, const std::vector<Step> &steps);

    std::int64_t rows() const { return m_steps ? m_steps->rows : 0; }
    const EventFilter &filter() const { return m_filter; }
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
 * What is read through it
 * afterwards shows the same state; only rows that retention removed meanwhile are missing at its end.
 */
Result<EventIndex> readEventIndex(EventReader &reader, const EventSelection &selection);

/** How many rows readEventIndex() would have. */
Result<std::int64_t> countEvents(EventReader &reader, const EventSelection &selection);

/** @p count rows from @p firstRow on, which is not before that of @p seek; fewer where the list ends. */
Result<EventStretch> readEventRows(EventReader &reader, const EventFilter &filter, const EventSeek &seek,
                                   std::int64_t firstRow, std::int64_t count);

} // namespace linewatch
