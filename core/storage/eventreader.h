// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/eventdefects.h"
#include "model/failure.h"
#include "model/kpi.h"
#include "model/registry.h"
#include "model/rollup.h"
#include "storage/changeset.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace linewatch {

/**
 * A machine with the line and the factory that its events stated. Where they state no line, an event counts
 * for the line that the machine is assigned to, when the question is asked, for the time of the event; else
 * the machine stands as its own line.
 */
struct Source {
    std::int64_t sourceId = 0;
    MachineId machineId;
    LineId line;         ///< the effective one of the part that is told, else of its newest receipt
    LineId statedLine;   ///< empty: none stated
    FactoryId factoryId; ///< empty: none stated
    Instant lastReceived;
    LineAssignments assignments = {}; ///< of its machine; empty where its events state a line

    /** The effective line of an event of that time. */
    LineId lineAt(Instant moment) const;
};

/** Of a source that counts for several lines there may be several, one for each line. */
struct SourceTotals {
    Source source;
    Totals totals;
};

/** What a source did in one minute. */
struct MinuteTotals {
    std::int64_t sourceId = 0;
    Instant minute;
    Totals totals;
};

/** How to divide a stretch of time into steps of equal length, from @c origin on. */
struct StepPlan {
    BucketRange buckets; ///< what is summed: whole buckets
    Instant origin;      ///< where the first step begins; a bucket begins there, none of buckets before
    std::chrono::seconds step{0};           ///< a multiple of the buckets' width
    bool bySource = false;                  ///< each source for itself, or all of them together
    std::vector<std::int64_t> sources = {}; ///< whose events count; empty: everyone's
};

/** What happened in one step. */
struct StepTotals {
    std::int64_t sourceId = 0; ///< 0: all sources together
    std::size_t step = 0;      ///< counted from the origin
    Totals totals;
};

/** Unset or empty members do not filter. */
struct EventFilter {
    MachineId machineId;
    LineId line; ///< the effective line
    std::optional<Instant> from;
    std::optional<Instant> to;
    EventDefects defects = EventDefects::Any;
};

/** The newest stamp that a writer had committed. */
struct WriterStamp {
    int writer = 0; ///< 0 in a store that has only one
    Instant stamp;
    friend bool operator==(const WriterStamp &, const WriterStamp &) = default;
};

/** A state of the store: what had been committed is what its writers' stamps are not newer than. By writer.
 */
using StoreStamps = std::vector<WriterStamp>;

/** Where a page of events begins, and the state of the store that all its pages show. */
struct EventCursor {
    StoreStamps asOf; ///< when the first page was read
    Instant eventTime;
    EventId eventId;
};

struct EventItem {
    StoredEvent event;
    LineId line; ///< the effective line
};

struct EventPage {
    std::vector<EventItem> items; ///< newest first, ties by event id descending
    std::optional<EventCursor> next;
};

struct RevisionItem {
    EventItem item;
    Instant supersededAt;
};

struct EventHistory {
    EventItem current;
    std::vector<RevisionItem> revisions; ///< oldest first
};

struct RejectionFilter {
    std::optional<std::string> machineId;
    RejectReason reason = RejectReason::None; ///< None: all
    std::optional<Instant> from;              ///< by receivedTime
    std::optional<Instant> to;
    std::optional<WriterStamp> before; ///< the page begins before the one with this stamp
    std::optional<std::string> sender{};
};

struct RejectionPage {
    std::vector<RejectedEvent> items; ///< newest first
    bool more = false;
};

struct RejectionCount {
    RejectReason reason = RejectReason::None;
    std::int64_t events = 0;

    friend bool operator==(const RejectionCount &, const RejectionCount &) = default;
};

/** Who sent events that were rejected, and how many of them. */
struct RejectionSender {
    std::string sender;
    std::int64_t events = 0;

    friend bool operator==(const RejectionSender &, const RejectionSender &) = default;
};

/** Whose events a sum is made of. */
struct TotalsFilter {
    MachineId machineId; ///< empty: every machine
    FactoryId factoryId; ///< empty: every factory
};

/**
 * The read side of a store. One thread owns it. Between beginSnapshot() and endSnapshot() every question is
 * answered from one state of the store; ReadSnapshot brackets them.
 */
class EventReader
{
public:
    virtual ~EventReader() = default;

    virtual Result<void> beginSnapshot() = 0;
    virtual void endSnapshot() = 0;

    /** Events and minutes before it may have been removed; on a whole hour, or NothingRemoved. */
    virtual Result<Instant> horizon() = 0;
    /** Sums over the planned window by source; sources without events there may be missing. */
    virtual Result<std::vector<SourceTotals>> totals(const TotalsFilter &filter, const WindowPlan &plan) = 0;
    /**
     * Sums over the planned window that are whole for each effective line; empty: every factory. A part may
     * be of several sources of one line, and its source is then any of them; a part alone may be below zero.
     */
    virtual Result<std::vector<SourceTotals>> lineTotals(const FactoryId &factoryId,
                                                         const WindowPlan &plan) = 0;
    /** Sums of each source and minute whose minute starts in [window.start, window.end). */
    virtual Result<std::vector<MinuteTotals>> minuteTotals(TimeWindow window) = 0;
    /** Sums by step; steps without events may be missing. */
    virtual Result<std::vector<StepTotals>> stepTotals(const StepPlan &plan) = 0;
    /** Every source that ever wrote an event. */
    virtual Result<std::vector<Source>> sources() = 0;
    /** The newest eventTime of a source, within @p window where it is given; nothing when it has no event. */
    virtual Result<std::optional<Instant>> lastEventTime(std::int64_t sourceId,
                                                         std::optional<TimeWindow> window) = 0;
    /** The newest eventTime of each source that has an event, within @p window where it is given. */
    virtual Result<std::unordered_map<std::int64_t, Instant>>
    lastEventTimes(std::optional<TimeWindow> window) = 0;
    /**
     * The newest stamp of this process in this state of the store, which therefore holds just what this
     * process committed until then; the epoch where that is nothing.
     */
    virtual Result<Instant> committedStamp() = 0;

    /** The state of the store that is read now. */
    virtual Result<StoreStamps> stamps() = 0;
    /**
     * The starts of the minutes from @p since on whose sums were changed by what was committed after @p seen,
     * in their order. Changes to minutes that were over for a day when they were made may be missing.
     */
    virtual Result<std::vector<Instant>> changedMinutes(const StoreStamps &seen, Instant since) = 0;

    /** @p limit from 1; pages that follow one cursor neither repeat nor miss what was there at its start. */
    virtual Result<EventPage> events(const EventFilter &filter, int limit,
                                     const std::optional<EventCursor> &cursor) = 0;
    /** How many events the filter lets through. Reads them all: its cost grows with the times of the filter.
     */
    virtual Result<std::int64_t> countByReading(const EventFilter &filter) = 0;
    virtual Result<std::optional<EventHistory>> event(const EventId &id) = 0;
    /**
     * Ids that begin so, byte for byte, among the newest @p among events by their times; at most @p limit,
     * the newest first. No index helps with it, so its cost grows with @p among. Nothing for an empty
     * beginning.
     */
    virtual Result<std::vector<EventId>> newestIds(const EventId &beginning, int among, int limit) = 0;

    /** Every machine and line, as people know them; a reader of what has no registry gives an empty one. */
    virtual Result<Registry> registry() { return Registry{}; }
    /** What people say of one machine, without a look at all others; nothing where nobody said anything. */
    virtual Result<std::optional<RegisteredMachine>> registeredMachine(const MachineId & /*machineId*/)
    {
        return std::optional<RegisteredMachine>{};
    }
    /** Goes up with each change of the registry. */
    virtual Result<std::int64_t> registryRevision() { return std::int64_t{0}; }

    virtual Result<RejectionPage> rejections(const RejectionFilter &filter, int limit) = 0;
    /** How many there are of each reason that there are any of; the filter's reason and page do not count. */
    virtual Result<std::vector<RejectionCount>> rejectionCounts(const RejectionFilter &filter) = 0;
    /** Who sent them, at most @p limit, who sent most first; the filter's sender and page do not count. */
    virtual Result<std::vector<RejectionSender>> rejectionSenders(const RejectionFilter &filter,
                                                                  int limit) = 0;
};

/** Answers from one state of the store while it lives. */
class ReadSnapshot
{
public:
    explicit ReadSnapshot(EventReader &reader) : m_reader(reader), m_begun(reader.beginSnapshot()) { }
    ~ReadSnapshot()
    {
        if (m_begun)
            m_reader.endSnapshot();
    }
    Q_DISABLE_COPY_MOVE(ReadSnapshot)

    const Result<void> &begun() const { return m_begun; }

private:
    EventReader &m_reader;
    Result<void> m_begun;
};

} // namespace linewatch
