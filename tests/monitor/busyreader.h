// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

#include <functional>

namespace linewatch::test {

/** Reads a store in which something happens before each question. */
class BusyReader final : public EventReader
{
public:
    BusyReader(EventReader &reader, std::function<void()> happens)
        : m_reader(reader)
        , m_happens(std::move(happens))
    {
    }

    Result<void> beginSnapshot() override { return busy().beginSnapshot(); }
    void endSnapshot() override { busy().endSnapshot(); }
    Result<Instant> horizon() override { return busy().horizon(); }
    Result<std::vector<SourceTotals>> totals(const TotalsFilter &filter, const WindowPlan &plan) override
    {
        return busy().totals(filter, plan);
    }
    Result<std::vector<SourceTotals>> lineTotals(const FactoryId &factoryId, const WindowPlan &plan) override
    {
        return busy().lineTotals(factoryId, plan);
    }
    Result<std::vector<MinuteTotals>> minuteTotals(TimeWindow window) override
    {
        return busy().minuteTotals(window);
    }
    Result<std::vector<StepTotals>> stepTotals(const StepPlan &plan) override
    {
        return busy().stepTotals(plan);
    }
    Result<std::vector<Source>> sources() override { return busy().sources(); }
    Result<std::optional<Instant>> lastEventTime(std::int64_t sourceId,
                                                 std::optional<TimeWindow> window) override
    {
        return busy().lastEventTime(sourceId, window);
    }
    Result<std::unordered_map<std::int64_t, Instant>>
    lastEventTimes(std::optional<TimeWindow> window) override
    {
        return busy().lastEventTimes(window);
    }
    Result<Instant> committedStamp() override { return busy().committedStamp(); }
    Result<StoreStamps> stamps() override { return busy().stamps(); }
    Result<std::vector<Instant>> changedMinutes(const StoreStamps &seen, Instant since) override
    {
        return busy().changedMinutes(seen, since);
    }
    Result<EventPage> events(const EventFilter &filter, int limit,
                             const std::optional<EventCursor> &cursor) override
    {
        return busy().events(filter, limit, cursor);
    }
    Result<std::int64_t> countByReading(const EventFilter &filter) override
    {
        return busy().countByReading(filter);
    }
    Result<std::vector<EventId>> newestIds(const EventId &beginning, int among, int limit) override
    {
        return busy().newestIds(beginning, among, limit);
    }
    Result<std::optional<EventHistory>> event(const EventId &id) override { return busy().event(id); }
    Result<RejectionPage> rejections(const RejectionFilter &filter, int limit) override
    {
        return busy().rejections(filter, limit);
    }
    Result<std::vector<RejectionCount>> rejectionCounts(const RejectionFilter &filter) override
    {
        return busy().rejectionCounts(filter);
    }
    Result<std::vector<RejectionSender>> rejectionSenders(const RejectionFilter &filter, int limit) override
    {
        return busy().rejectionSenders(filter, limit);
    }

private:
    EventReader &busy()
    {
        m_happens();
        return m_reader;
    }

    EventReader &m_reader;
    const std::function<void()> m_happens;
};

} // namespace linewatch::test
