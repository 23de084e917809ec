// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/sqlconnection.h"

#include <memory>

namespace linewatch {

/** The read side over a QtSql connection of its own. */
class SqlEventReader final : public EventReader
{
public:
    /**
     * @p dialect must outlive the reader. The schema must be there. @p owner stands for this process where
     * several write, see SharedSeat.
     */
    static Result<std::unique_ptr<SqlEventReader>> open(const SqlDialect &dialect, std::int64_t owner);

    Result<void> beginSnapshot() override;
    void endSnapshot() override;
    Result<Instant> horizon() override;
    Result<std::vector<SourceTotals>> totals(const TotalsFilter &filter, const WindowPlan &plan) override;
    Result<std::vector<SourceTotals>> lineTotals(const FactoryId &factoryId, const WindowPlan &plan) override;
    Result<std::vector<MinuteTotals>> minuteTotals(TimeWindow window) override;
    Result<std::vector<StepTotals>> stepTotals(const StepPlan &plan) override;
    Result<std::vector<Source>> sources() override;
    Result<std::optional<Instant>> lastEventTime(std::int64_t sourceId,
                                                 std::optional<TimeWindow> window) override;
    Result<std::unordered_map<std::int64_t, Instant>>
    lastEventTimes(std::optional<TimeWindow> window) override;
    Result<Instant> committedStamp() override;
    Result<StoreStamps> stamps() override;
    Result<std::vector<Instant>> changedMinutes(const StoreStamps &seen, Instant since) override;
    Result<EventPage> events(const EventFilter &filter, int limit,
                             const std::optional<EventCursor> &cursor) override;
    Result<std::int64_t> countByReading(const EventFilter &filter) override;
    Result<std::optional<EventHistory>> event(const EventId &id) override;
    Result<std::vector<EventId>> newestIds(const EventId &beginning, int among, int limit) override;
    Result<Registry> registry() override;
    Result<std::optional<RegisteredMachine>> registeredMachine(const MachineId &machineId) override;
    Result<std::int64_t> registryRevision() override;
    Result<RejectionPage> rejections(const RejectionFilter &filter, int limit) override;
    Result<std::vector<RejectionCount>> rejectionCounts(const RejectionFilter &filter) override;
    Result<std::vector<RejectionSender>> rejectionSenders(const RejectionFilter &filter, int limit) override;

private:
    SqlEventReader(std::unique_ptr<SqlConnection> connection, std::int64_t owner);

    const std::int64_t m_owner;
    std::unique_ptr<SqlConnection> m_connection;
};

} // namespace linewatch
