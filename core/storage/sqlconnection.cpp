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
    if (!QSqlDatabase::addDatabase(dialect.driverName(), connection->m_name).isValid()) {
        return Failure{
            Failure::Kind::Refused,
            Sentence(QT_TRANSLATE_NOOP("Failure",
                                       "cannot open %1: Qt's driver %2 is not installed (Debian has it in "
                                       "libqt6sql6-mysql)"),
                     dialect.displayText(), dialect.driverName())};
    }
    Result<void> connected;
    for (int endpoint = 0; endpoint < dialect.endpoints(); ++endpoint) {
        connected = connection->connectTo(endpoint, access);
        if (connected)
            return connection;
    }
    return connected.failure();
}

Result<void> SqlConnection::connectTo(int endpoint, Access access)
{
    QSqlDatabase database = QSqlDatabase::database(m_name, false);
    database.close(); // what an endpoint before may have opened
    m_dialect.configure(database, endpoint);
    if (!database.open()) {
        return Failure{m_dialect.classify(database.lastError()),
                       Sentence(QT_TRANSLATE_NOOP("Failure", "cannot open %1: %2"), m_dialect.displayText(),
                                m_dialect.reasonOf(database.lastError()))};
    }
    for (const QString &statement : m_dialect.sessionSetup(access == Access::ReadOnly)) {
        if (Result<void> done = run(statement); !done)
            return done;
    }
    return m_dialect.checkSession(*this);
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

Result<QVariant> SqlConnection::readValue(const QString &sql, const QVariantList &values)
{
    Result<SqlRows> rows = ask(sql, values);
    if (!rows)
        return rows.failure();
    if (rows->next())
        return rows->value(0);
    if (Result<void> ended = atEnd(*rows); !ended)
        return ended.failure();
    return QVariant();
}

Result<void> SqlConnection::atEnd(const QSqlQuery &rows) const
{
    return rows.lastError().isValid() ? Result<void>(failureOf(rows)) : Result<void>{};
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

Result<bool> SqlConnection::executeUnlessThere(QSqlQuery &query)
{
    if (query.exec())
        return true;
    if (m_dialect.isDuplicateKey(query.lastError()))
        return false;
    return failureOf(query);
}

Failure SqlConnection::failureOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    return {m_dialect.classify(error),
            Sentence("%1: %2", m_dialect.displayText(), m_dialect.reasonOf(error))};
}

} // namespace linewatch
