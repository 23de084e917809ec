// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sourcetable.h"

#include "storage/sqlvalues.h"

#include <algorithm>

namespace linewatch {

std::size_t SourceTable::KeyHash::operator()(const Key &key) const noexcept
{
    std::size_t hash = std::hash<MachineId>{}(key.machineId);
    hash = hash * 31 + std::hash<LineId>{}(key.lineId);
    return hash * 31 + std::hash<FactoryId>{}(key.factoryId);
}

Result<SourceTable> SourceTable::load(SqlConnection &connection)
{
    SourceTable table;
    Result<SqlRows> machines = connection.ask(QStringLiteral("SELECT machine_id FROM machine"));
    if (!machines)
        return machines.failure();
    while (machines->next())
        table.m_machines.insert(MachineId(machines->value(0).toString()));

    Result<SqlRows> sources =
        connection.ask(QStringLiteral("SELECT source_id, machine_id, line_id, factory_id FROM source"
                                      " ORDER BY source_id"));
    if (!sources)
        return sources.failure();
    while (sources->next()) {
        table.remember(sources->value(0).toLongLong(),
                       {MachineId(sources->value(1).toString()), LineId(sources->value(2).toString()),
                        FactoryId(sources->value(3).toString())});
    }
    return table;
}

Result<std::int64_t> SourceTable::sourceOf(SqlConnection &connection, const EventPayload &payload)
{
    Key key{payload.machineId, payload.lineId, payload.factoryId};
    if (const auto known = m_ids.find(key); known != m_ids.end())
        return known->second;
    if (Result<void> done = insertMachine(connection, key.machineId); !done)
        return done.failure();
    const std::int64_t sourceId = m_lastId + 1;
    if (Result<void> done = insertSource(connection, sourceId, key); !done)
        return done.failure();
    remember(sourceId, std::move(key));
    m_addedSources.push_back(sourceId);
    return sourceId;
}

const SourceTable::Key *SourceTable::find(std::int64_t sourceId) const
{
    const auto found = m_keys.find(sourceId);
    return found == m_keys.end() ? nullptr : &found->second;
}

std::int64_t SourceTable::lineSourceOf(std::int64_t sourceId) const
{
    const Key &key = m_keys.at(sourceId);
    return key.lineId.isEmpty() ? sourceId : m_lines.at({key.lineId, key.factoryId});
}

void SourceTable::transactionCommitted()
{
    m_addedSources.clear();
    m_addedMachines.clear();
}

void SourceTable::transactionRolledBack()
{
    for (const std::int64_t sourceId : m_addedSources) {
        std::erase_if(m_lines, [sourceId](const auto &line) { return line.second == sourceId; });
        m_ids.erase(m_keys.at(sourceId));
        m_keys.erase(sourceId);
    }
    for (const MachineId &machineId : m_addedMachines)
        m_machines.erase(machineId);
    transactionCommitted();
}

void SourceTable::remember(std::int64_t sourceId, Key key)
{
    m_lastId = std::max(m_lastId, sourceId);
    if (!key.lineId.isEmpty())
        m_lines.emplace(StatedLine{key.lineId, key.factoryId}, sourceId);
    m_ids.emplace(key, sourceId);
    m_keys.emplace(sourceId, std::move(key));
}

Result<void> SourceTable::insertMachine(SqlConnection &connection, const MachineId &machineId)
{
    if (m_machines.contains(machineId))
        return {};
    const Result<SqlRows> inserted =
        connection.ask(QStringLiteral("INSERT INTO machine (machine_id) VALUES (?)"), {machineId.toString()});
    if (!inserted)
        return inserted.failure();
    m_machines.insert(machineId);
    m_addedMachines.push_back(machineId);
    return {};
}

Result<void> SourceTable::insertSource(SqlConnection &connection, std::int64_t sourceId, const Key &key)
{
    const Result<SqlRows> inserted =
        connection.ask(QStringLiteral("INSERT INTO source (source_id, machine_id, line_id, factory_id,"
                                      " last_received) VALUES (?, ?, ?, ?, 0)"),
                       {qlonglong{sourceId}, sql::fromText(key.machineId.utf8()),
                        sql::fromText(key.lineId.utf8()), sql::fromText(key.factoryId.utf8())});
    return inserted ? Result<void>{} : inserted.failure();
}

} // namespace linewatch
