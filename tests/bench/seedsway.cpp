// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/seedsway.h"

#include "bench/eventtext.h"

#include <QSqlError>
#include <QVariant>

#include <chrono>

namespace linewatch::bench {

namespace {

Failure failureOf(const QSqlError &error)
{
    return {Failure::Kind::Unavailable, error.text()};
}

} // namespace

SeedsWay::SeedsWay(const StreamPlan &plan)
{
    for (std::uint32_t machine = 0; machine < plan.machines; ++machine) {
        m_machines.push_back(QString::fromStdString(machineName(machine)));
        m_lines.push_back(QString::fromStdString(lineName(plan, machine)));
    }
}

Result<void> SeedsWay::run(const QString &sql)
{
    QSqlQuery query(m_database);
    return query.exec(sql) ? Result<void>() : failureOf(query.lastError());
}

Result<void> SeedsWay::open(const QString &file)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    m_database.setDatabaseName(file);
    if (!m_database.open())
        return failureOf(m_database.lastError());
    const QString statements[] = {
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("PRAGMA synchronous = FULL"),
        QStringLiteral("CREATE TABLE event (event_id TEXT NOT NULL PRIMARY KEY, machine_id TEXT NOT NULL,"
                       " line_id TEXT, event_time INTEGER NOT NULL, received_time INTEGER NOT NULL,"
                       " duration_ms INTEGER NOT NULL, defect_count INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX event_by_machine_and_time ON event (machine_id, event_time)"),
    };
    for (const QString &statement : statements) {
        if (Result<void> done = run(statement); !done)
            return done;
    }
    m_lookUp = QSqlQuery(m_database);
    m_insert = QSqlQuery(m_database);
    m_update = QSqlQuery(m_database);
    const bool prepared =
        m_lookUp.prepare(QStringLiteral("SELECT machine_id, line_id, event_time, received_time, duration_ms,"
                                        " defect_count FROM event WHERE event_id = ?"))
        && m_insert.prepare(
            QStringLiteral("INSERT INTO event (machine_id, line_id, event_time, received_time,"
                           " duration_ms, defect_count, event_id) VALUES (?, ?, ?, ?, ?, ?, ?)"))
        && m_update.prepare(QStringLiteral("UPDATE event SET machine_id = ?, line_id = ?, event_time = ?,"
                                           " received_time = ?, duration_ms = ?, defect_count = ?"
                                           " WHERE event_id = ?"));
    return prepared ? Result<void>() : failureOf(m_database.lastError());
}

Result<void> SeedsWay::commit(std::span<const StreamEvent> events)
{
    using namespace std::chrono;
    const std::int64_t receivedUs =
        duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    if (!m_database.transaction())
        return failureOf(m_database.lastError());
    for (const StreamEvent &event : events) {
        if (Result<void> done = put(event, receivedUs); !done)
            return done;
    }
    return m_database.commit() ? Result<void>() : failureOf(m_database.lastError());
}

Result<void> SeedsWay::put(const StreamEvent &event, std::int64_t receivedUs)
{
    const QString id = QString::fromStdString(EventText::idText(event));
    m_lookUp.bindValue(0, id);
    if (!m_lookUp.exec())
        return failureOf(m_lookUp.lastError());
    if (!m_lookUp.next())
        return write(m_insert, id, event, receivedUs);
    const bool newer = receivedUs > m_lookUp.value(3).toLongLong();
    m_lookUp.finish();
    return newer ? write(m_update, id, event, receivedUs) : Result<void>();
}

Result<void> SeedsWay::write(QSqlQuery &query, const QString &id, const StreamEvent &event,
                             std::int64_t receivedUs)
{
    query.bindValue(0, m_machines[event.machine]);
    query.bindValue(1, m_lines[event.machine]);
    query.bindValue(2, qlonglong{event.timeUs});
    query.bindValue(3, qlonglong{receivedUs});
    query.bindValue(4, event.durationMs);
    query.bindValue(5, event.defects);
    query.bindValue(6, id);
    return query.exec() ? Result<void>() : failureOf(query.lastError());
}

} // namespace linewatch::bench
