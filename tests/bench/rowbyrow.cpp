// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rowbyrow.h"

#include "bench/eventtext.h"

#include <QSqlError>
#include <QVariant>

#include <chrono>

namespace linewatch::bench {

namespace {

const QString connectionName = QStringLiteral("rowbyrow");

Failure failureOf(const QSqlError &error)
{
    return {Failure::Kind::Unavailable, error.text()};
}

} // namespace

RowByRow::RowByRow(const StreamPlan &plan) : m_plan(plan), m_stream(plan) { }

RowByRow::~RowByRow()
{
    m_lookUp = QSqlQuery();
    m_insert = QSqlQuery();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(connectionName);
}

Result<void> RowByRow::open(std::uint16_t port, const QString &database)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QMYSQL"), connectionName);
    m_database.setHostName(QStringLiteral("127.0.0.1"));
    m_database.setPort(port);
    m_database.setUserName(QStringLiteral("root"));
    m_database.setDatabaseName(database);
    if (!m_database.open())
        return failureOf(m_database.lastError());
    QSqlQuery make(m_database);
    if (!make.exec(QStringLiteral(
            "CREATE TABLE event_row (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, event_id VARBINARY(512) "
            "NOT NULL,"
            " machine_id VARBINARY(256) NOT NULL, line_id VARBINARY(256), event_time BIGINT NOT NULL,"
            " duration_ms BIGINT NOT NULL, defect_count INT NOT NULL, UNIQUE KEY (event_id),"
            " KEY (machine_id, event_time)) ENGINE=InnoDB")))
        return failureOf(make.lastError());
    m_lookUp = QSqlQuery(m_database);
    m_insert = QSqlQuery(m_database);
    const bool prepared = m_lookUp.prepare(QStringLiteral(
                              "SELECT machine_id, event_time, duration_ms, defect_count FROM event_row"
                              " WHERE event_id = ?"))
        && m_insert.prepare(QStringLiteral("INSERT INTO event_row (event_id, machine_id, line_id, event_time,"
                                           " duration_ms, defect_count) VALUES (?, ?, ?, ?, ?, ?)"));
    return prepared ? Result<void>() : failureOf(m_database.lastError());
}

Result<double> RowByRow::load(std::int64_t events, std::int64_t commitEvents)
{
    const auto start = std::chrono::steady_clock::now();
    for (std::int64_t done = 0; done < events; done += commitEvents) {
        if (!m_database.transaction())
            return failureOf(m_database.lastError());
        for (std::int64_t i = done; i < std::min(done + commitEvents, events); ++i) {
            if (Result<void> written = put(m_stream.next()); !written)
                return written.failure();
        }
        if (!m_database.commit())
            return failureOf(m_database.lastError());
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Result<void> RowByRow::put(const StreamEvent &event)
{
    const QString id = QString::fromStdString(EventText::idText(event));
    m_lookUp.bindValue(0, id);
    if (!m_lookUp.exec())
        return failureOf(m_lookUp.lastError());
    if (m_lookUp.next())
        return Failure{Failure::Kind::Internal, QStringLiteral("an id came twice")};
    m_insert.bindValue(0, id);
    m_insert.bindValue(1, QString::fromStdString(machineName(event.machine)));
    m_insert.bindValue(2, QString::fromStdString(lineName(m_plan, event.machine)));
    m_insert.bindValue(3, qlonglong{event.timeUs});
    m_insert.bindValue(4, event.durationMs);
    m_insert.bindValue(5, event.defects);
    return m_insert.exec() ? Result<void>() : failureOf(m_insert.lastError());
}

} // namespace linewatch::bench
