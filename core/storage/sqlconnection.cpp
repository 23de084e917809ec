// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlconnection.h"

#include <QSqlError>

#include <atomic>

namespace linewatch {

namespace {

QString nextConnectionName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("linewatch-%1").arg(++counter);
}

} // namespace

SqlConnection::SqlConnection(const SqlDialect &dialect, QString name)
    : m_dialect(dialect)
    , m_name(std::move(name))
{
}

SqlConnection::~SqlConnection()
{
    m_statements.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const SqlDialect &dialect, Access access)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(dialect, nextConnectionName()));
    QSqlDatabase database = QSqlDatabase::addDatabase(dialect.driverName(), connection->m_name);
    dialect.configure(database);
    if (!database.open()) {
        return Failure{dialect.classify(database.lastError()),
                       Sentence(QT_TRANSLATE_NOOP("Failure", "cannot open %1: %2"), dialect.displayText(),
                                dialect.reasonOf(database.lastError()))};
    }
    for (const QString &statement : dialect.sessionSetup(access == Access::ReadOnly)) {
        if (Result<void> done = connection->run(statement); !done)
            return done.failure();
    }
    return connection;
}

Result<void> SqlConnection::run(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(sql))
        return failureOf(query);
    return {};
}

Result<void> SqlConnection::commit()
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (query.exec(QStringLiteral("COMMIT")))
        return {};
    Failure failure = failureOf(query);
    if (m_dialect.leavesCommitUnknown(query.lastError()))
        failure.kind = Failure::Kind::CommitUnknown;
    return failure;
}

Result<SqlRows> SqlConnection::ask(const QString &sql, const QVariantList &values)
{
    std::optional<QSqlQuery> query = m_statements.take(sql);
    if (!query) {
        Result<QSqlQuery> prepared = prepare(sql);
        if (!prepared)
            return prepared.failure();
        query = std::move(*prepared);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values.at(i));
    if (Result<void> done = execute(*query); !done)
        return done.failure();
    return SqlRows(std::move(*query), m_statements);
}

Result<QSqlQuery> SqlConnection::prepare(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failureOf(query);
    return query;
}

Result<void> SqlConnection::execute(QSqlQuery &query)
{
    if (!query.exec())
        return failureOf(query);
    return {};
}

Failure SqlConnection::failureOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    return {m_dialect.classify(error),
            Sentence("%1: %2", m_dialect.displayText(), m_dialect.reasonOf(error))};
}

} // namespace linewatch
