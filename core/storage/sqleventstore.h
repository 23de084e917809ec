// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"
#include "storage/eventstore.h"
#include "storage/sourcetable.h"
#include "storage/sqlconnection.h"

#include <map>
#include <memory>
#include <unordered_map>

namespace linewatch {

/** The write side over a QtSql connection. */
class SqlEventStore final : public EventStore
{
public:
    /** How many rejected events are kept; the oldest go first. */
    static constexpr int KeptRejections = 100'000;
    /** They are counted again after so many new ones, so up to this many more may be there. */
    static constexpr std::size_t TrimEvery = 1'000;

    /** @p dialect must outlive the store. The schema must be there. */
    static Result<std::unique_ptr<SqlEventStore>> open(const SqlDialect &dialect);

    Result<Instant> lastStamp() override;
    Result<void> begin() override;
    Result<std::vector<StoredEvent>> lookUp(std::span<const EventId> ids) override;
    Result<void> apply(const ChangeSet &changes) override;
    Result<void> commit() override;
    void rollback() override;

private:
    struct BucketKey {
        std::int32_t width;
        std::int64_t sourceId;
        std::int64_t start; // seconds since the epoch
        friend auto operator<=>(const BucketKey &, const BucketKey &) = default;
    };
    /** What the rows of a transaction sum to, in the order in which they are best written. */
    struct Sums {
        std::map<BucketKey, Totals> buckets;
        std::unordered_map<std::int64_t, Instant> lastReceived;
    };

    explicit SqlEventStore(std::unique_ptr<SqlConnection> connection);
    Result<void> prepareStatements();
    Result<StoredEvent> readRow(const QSqlQuery &row) const;
    Result<void> writeEvents(const std::vector<EventChange> &changes, Sums &sums);
    Result<void> insertEvent(const QByteArray &key, const StoredEvent &event, std::int64_t sourceId);
    Result<void> updateEvent(const QByteArray &key, const EventChange &change, std::int64_t sourceId);
    Result<void> writeRevisions(const std::vector<Revision> &revisions);
    Result<void> writeSums(const Sums &sums);
    Result<void> writeRejections(const std::vector<RejectedEvent> &rejections);
    Result<void> putLastStamp(Instant stamp);

    std::unique_ptr<SqlConnection> m_connection; // first: statements go before it
    SourceTable m_sources;
    std::size_t m_rejectionsSinceTrim = TrimEvery;
    QSqlQuery m_lookUp;
    QSqlQuery m_insertEvent;
    QSqlQuery m_updateEvent;
    QSqlQuery m_insertRevision;
    QSqlQuery m_addToRollup;
    QSqlQuery m_touchSource;
    QSqlQuery m_insertRejection;
    QSqlQuery m_trimRejections;
    QSqlQuery m_putState;
};

} // namespace linewatch
