// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventtable.h"
#include "storage/multirow.h"

namespace linewatch {

/**
 * The events of a database that several processes write: found by their keys, which the database keeps
 * unique, and changed only where they still have the version that was looked up. Everything goes in the order
 * of the keys, so that two writers never wait for each other in a circle.
 */
class KeyedEvents final : public EventTable
{
public:
    /** @p writer is the number that the rows carry. @p connection must outlive it. */
    static Result<std::unique_ptr<EventTable>> open(SqlConnection &connection, int writer);

    Result<void> makeReady() override { return {}; }
    Result<std::vector<EventRow>> find(std::span<const EventId> ids) override;
    Result<void> insert(std::int64_t sourceId, const StoredEvent &event) override;
    Result<void> update(std::int64_t sourceId, std::int32_t version, const StoredEvent &event) override;
    Result<std::vector<EventId>> flush() override;
    Result<void> rowsRemoved(std::size_t /*rows*/) override { return {}; }
    void transactionCommitted() override;
    void transactionRolledBack() override;

private:
    /** A row to be written. */
    struct Change {
        QByteArray key;
        std::int64_t sourceId = 0;
        std::int32_t version = 0; ///< that is replaced; 0: none
        const StoredEvent *event = nullptr;
    };
    /** Finds so many keys at once. */
    struct Finder {
        std::size_t keys = 1;
        QSqlQuery query;
    };

    KeyedEvents(SqlConnection &connection, std::vector<Finder> finders, MultiRowWriter inserts,
                QSqlQuery update);
    Result<void> findKeys(std::span<const QByteArray> keys, std::vector<EventRow> &rows);
    Result<void> insertAll();
    Result<void> updateAll();
    Result<void> noteThoseThere(std::span<const QVariant> values);

    SqlConnection &m_connection;
    std::vector<Finder> m_finders; ///< the one for most keys first
    MultiRowWriter m_inserts;
    QSqlQuery m_update;

    // of the open transaction
    std::vector<Change> m_toInsert;
    std::vector<Change> m_toUpdate;
    std::vector<EventId> m_missed;
};

} // namespace linewatch
