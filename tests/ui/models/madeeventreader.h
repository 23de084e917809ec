// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

#include <atomic>

namespace linewatch::test {

/** How often what was asked of made events. */
struct MadeEventCounts {
    std::atomic<int> pages{0};
    std::atomic<int> events{0};
};

/**
 * A store that has an event in each second before a time, E-0 the newest, and can list nothing else. Any
 * number of them, as none is kept.
 */
class MadeEventReader final : public EventReader
{
public:
    MadeEventReader(Instant end, MadeEventCounts &counts) : m_end(end), m_counts(counts) { }

    Result<EventPage> events(const EventFilter &filter, int limit,
                             const std::optional<EventCursor> &cursor) override
    {
        ++m_counts.pages;
        m_counts.events += limit;
        EventPage page;
        Instant time = cursor ? cursor->eventTime : m_end;
        while (static_cast<int>(page.items.size()) < limit
               && time - std::chrono::seconds{1} >= *filter.from) {
            time -= std::chrono::seconds{1};
            EventItem item;
            item.event.eventId = EventId("E-" + std::to_string((m_end - time) / std::chrono::seconds{1} - 1));
            item.event.payload.eventTime = time;
            item.event.payload.machineId = MachineId(std::string("M-1"));
            page.items.push_back(std::move(item));
        }
        if (time > *filter.from)
            page.next = EventCursor{{}, time, page.items.back().event.eventId};
        return page;
    }

    Result<void> beginSnapshot() override { return {}; }
    void endSnapshot() override { }
    Result<Instant> horizon() override { return NothingRemoved; }
    Result<std::vector<SourceTotals>> totals(const TotalsFilter &, const WindowPlan &) override
    {
        return none();
    }
    Result<std::vector<SourceTotals>> lineTotals(const FactoryId &, const WindowPlan &) override
    {
        return none();
    }
    Result<std::vector<MinuteTotals>> minuteTotals(TimeWindow) override { return none(); }
    Result<std::vector<StepTotals>> stepTotals(const StepPlan &) override { return none(); }
    Result<std::vector<Source>> sources() override { return none(); }
    Result<std::optional<Instant>> lastEventTime(std::int64_t, std::optional<TimeWindow>) override
    {
        return none();
    }
    Result<std::unordered_map<std::int64_t, Instant>> lastEventTimes(std::optional<TimeWindow>) override
    {
        return none();
    }
    Result<Instant> committedStamp() override { return none(); }
    Result<StoreStamps> stamps() override { return none(); }
    Result<std::vector<Instant>> changedMinutes(const StoreStamps &, Instant) override { return none(); }
    Result<std::int64_t> countByReading(const EventFilter &) override { return none(); }
    Result<std::vector<EventId>> newestIds(const EventId &, int, int) override { return none(); }
    Result<std::optional<EventHistory>> event(const EventId &) override { return none(); }
    Result<RejectionPage> rejections(const RejectionFilter &, int) override { return none(); }
    Result<std::vector<RejectionCount>> rejectionCounts(const RejectionFilter &) override { return none(); }
    Result<std::vector<RejectionSender>> rejectionSenders(const RejectionFilter &, int) override
    {
        return none();
    }

private:
    static Failure none() { return Failure{Failure::Kind::Internal, QStringLiteral("made events alone")}; }

    const Instant m_end;
    MadeEventCounts &m_counts;
};

} // namespace linewatch::test
