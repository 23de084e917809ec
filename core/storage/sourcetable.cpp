// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sourcetable.h"

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
    Result<QSqlQuery> machines = connection.ask(QStringLiteral("SELECT machine_id FROM machine"));
    if (!machines)
        return machines.failure();
    while (machines->next())
        table.m_machines.insert(MachineId(machines->value(0).toString()));

    if (Result<void> done = table.readSources(connection, QString()); !done)
        return done.failure();
    return table;
}

Result<void> SourceTable::readSources(SqlConnection &connection, const QString &where,
                                      const QVariantList &values)
{
    Result<QSqlQuery> sources = connection.ask(
        QStringLiteral("SELECT source_id, machine_id, line_id, factory_id FROM source") + where, values);
    if (!sources)
        return sources.failure();
    while (sources->next()) {
        remember(sources->value(0).toLongLong(),
                 {MachineId(sources->value(1).toString()), LineId(sources->value(2).toString()),
                  FactoryId(sources->value(3).toString())});
    }
    return {};
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
        if (Result<void> done = readSources(connection, QStringLiteral(" WHERE source_id = ?"), {qlonglong{sourceId}});
            !done)
            return done.failure();
        found = m_keys.find(sourceId);
    }
    return found == m_keys.end() ? nullptr : &found->second;
}

void SourceTable::transactionCommitted()
{
    m_addedSources.clear();
    m_addedMachines.clear();
}

void SourceTable::transactionRolledBack()
{
    for (const std::int64_t sourceId : m_addedSources) {
        m_ids.erase(m_keys.at(sourceId));
        m_keys.erase(sourceId);
    }
    for (const MachineId &machineId : m_addedMachines)
        m_machines.erase(machineId);
    transactionCommitted();
}

void SourceTable::remember(std::int64_t sourceId, Key key)
{
    m_ids.emplace(key, sourceId);
    m_keys.emplace(sourceId, std::move(key));
}

Result<void> SourceTable::insertMachine(SqlConnection &connection, const MachineId &machineId)
{
    if (m_machines.contains(machineId))
        return {};
    const Result<QSqlQuery> inserted =
        connection.ask(connection.dialect().addMachine(), {machineId.toString()});
    if (!inserted)
        return inserted.failure();
    m_machines.insert(machineId);
    m_addedMachines.push_back(machineId);
    return {};
}

Result<std::int64_t> SourceTable::insertSource(SqlConnection &connection, const Key &key)
{
    // An empty QString binds as text; a null one would bind as NULL.
    const auto text = [](const auto &id) { return id.isEmpty() ? QStringLiteral("") : id.toString(); };
    const Result<QSqlQuery> inserted = connection.ask(
        connection.dialect().addSource(), {text(key.machineId), text(key.lineId), text(key.factoryId)});
    if (!inserted)
        return inserted.failure();
    return std::int64_t{inserted->lastInsertId().toLongLong()};
}

} // namespace linewatch
