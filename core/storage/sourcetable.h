// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "storage/sqlconnection.h"

#include <map>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace linewatch {

/**
 * The writer's memory of table source: the number that stands for a machine with the line and the factory
 * that an event states. Grows within transactions; a rollback takes back what it added.
 */
class SourceTable
{
public:
    struct Key {
        MachineId machineId;
        LineId lineId;
        FactoryId factoryId;
        friend bool operator==(const Key &, const Key &) = default;
    };

    /** Reads what the store knows already. */
    static Result<SourceTable> load(SqlConnection &connection);

    /** The number of a payload's source; the source is written to the store when it is new. */
    Result<std::int64_t> sourceOf(SqlConnection &connection, const EventPayload &payload);
    /**
     * The source with that number, null when there is none; asks the store for one that another writer
     * brought. Points to what may go with the transaction.
     */
    Result<const Key *> keyOf(SqlConnection &connection, std::int64_t sourceId);
    /**
     * The source under which this writer keeps the sums of a known source's line: one that stated the same
     * line in the same factory, and itself where it states none. Another writer may have chosen another.
     */
    std::int64_t lineSourceOf(std::int64_t sourceId);

    void transactionCommitted();
    void transactionRolledBack();

private:
    struct KeyHash {
        std::size_t operator()(const Key &key) const noexcept;
    };
    using StatedLine = std::pair<LineId, FactoryId>;

    void remember(std::int64_t sourceId, Key key);
    Result<void> readSources(SqlConnection &connection, const QString &where,
                             const QVariantList &values = {});
    Result<void> insertMachine(SqlConnection &connection, const MachineId &machineId);
    static Result<std::int64_t> insertSource(SqlConnection &connection, const Key &key);

    std::unordered_map<Key, std::int64_t, KeyHash> m_ids;
    std::unordered_map<std::int64_t, Key> m_keys;
    std::map<StatedLine, std::int64_t> m_lines; ///< the source that stands for each
    std::unordered_set<MachineId> m_machines;
    std::vector<std::int64_t> m_addedSources;
    std::vector<MachineId> m_addedMachines;
};

} // namespace linewatch
