// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sourcetable.h"

#include "storage/sqlvalues.h"

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
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT machine_id FROM machine"), {},
        [&table](const QSqlQuery &row) { table.m_machines.insert(MachineId(row.value(0).toString())); });
    if (!read)
        return read.failure();
    if (Result<void> done = table.readSources(connection, QString()); !done)
        return done.failure();
    return table;
}

Result<void> SourceTable::readSources(SqlConnection &connection, const QString &where,
                                      const QVariantList &values)
{
    return connection.readEach(QStringLiteral("SELECT source_id, machine_id, line_id, factory_id FROM source")
                                   + where + QStringLiteral(" ORDER BY source_id"),
                               values, [this](const QSqlQuery &row) {
                                   remember(row.value(0).toLongLong(),
                                            {MachineId(row.value(1).toString()),
                                             LineId(row.value(2).toString()),
                                             FactoryId(row.value(3).toString())});
                               });
}

Result<std::int64_t> SourceTable::sourceOf(SqlConnection &connection, const EventPayload &payload)
{
    Key key{payload.machineId, payload.lineId, payload.factoryId};
    if (const auto known = m_ids.find(key); known != m_ids.end())
        return known->second;
    if (Result<void> done = insertMachine(connection, key.machineId); !done)
        return done.failure();
    const Result<std::int64_t> sourceId = insertSource(connection, key);
    if (!sourceId)
        return sourceId;
    remember(*sourceId, std::move(key));
    m_addedSources.push_back(*sourceId);
    return sourceId;
}

Result<const SourceTable::Key *> SourceTable::keyOf(SqlConnection &connection, std::int64_t sourceId)
{
    auto found = m_keys.find(sourceId);
    if (found == m_keys.end()) {
        if (Result<void> done =
                readSources(connection, QStringLiteral(" WHERE source_id = ?"), {qlonglong{sourceId}});
            !done)
            return done.failure();
        found = m_keys.find(sourceId);
    }
    return found == m_keys.end() ? nullptr : &found->second;
}

std::int64_t SourceTable::lineSourceOf(std::int64_t sourceId)
{
    const Key &key = m_keys.at(sourceId);
    if (key.lineId.isEmpty())
        return sourceId;
    // Another may have to stand for the line: the first may have gone with a transaction.
    return m_lines.try_emplace({key.lineId, key.factoryId}, sourceId).first->second;
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
        connection.ask(connection.dialect().addMachine(), {machineId.toString()});
    if (!inserted)
        return inserted.failure();
    m_machines.insert(machineId);
    m_addedMachines.push_back(machineId);
    return {};
}

Result<std::int64_t> SourceTable::insertSource(SqlConnection &connection, const Key &key)
{
    const Result<SqlRows> inserted =
        connection.ask(connection.dialect().addSource(),
                       {sql::fromText(key.machineId.utf8()), sql::fromText(key.lineId.utf8()),
                        sql::fromText(key.factoryId.utf8())});
    if (!inserted)
        return inserted.failure();
    return std::int64_t{inserted->lastInsertId()};
}

} // namespace linewatch
