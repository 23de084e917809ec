// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "storage/sqldialect.h"
#include "storage/sqlrows.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <utility>

namespace linewatch {

/**
 * One open database connection, set up for its dialect. Lives and dies in the thread that opened it; its
 * statements must be gone before it.
 */
class SqlConnection
{
public:
    enum class Access { ReadWrite, ReadOnly };

    static Result<std::unique_ptr<SqlConnection>> open(const SqlDialect &dialect, Access access);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    const SqlDialect &dialect() const { return m_dialect; }

    /** Runs a statement that returns no rows. */
    Result<void> run(const QString &sql);
    /** Commits; a failure says whether the transaction may be in the store all the same. */
    Result<void> commit();
    /** Runs a statement with the values for its placeholders, in order, prepared anew only when it is new. */
    Result<SqlRows> ask(const QString &sql, const QVariantList &values = {});
    /** Gives each row of a question's answer to @p use. A failure also where the rows break off midway. */
    template <class Use>
    Result<void> readEach(const QString &sql, const QVariantList &values, Use use);
    /** The same for a statement that is prepared and bound, and free for the next values afterwards. */
    template <class Use>
    Result<void> readEach(QSqlQuery &query, Use use);
    /** The first column of the answer's first row; invalid where there is no row. */
    Result<QVariant> readValue(const QString &sql, const QVariantList &values = {});
    /** Whether @p rows, after next() said that there is no more, came to their end or met a failure. */
    Result<void> atEnd(const QSqlQuery &rows) const;
    Result<QSqlQuery> prepare(const QString &sql);
    /** Runs a prepared and bound statement; rows are read forward only. */
    Result<void> execute(QSqlQuery &query);
    /** The same for one that adds rows; false when it added none, as one of their keys is there already. */
    Result<bool> executeUnlessThere(QSqlQuery &query);

private:
    SqlConnection(const SqlDialect &dialect, QString name);
    Result<void> connectTo(int endpoint, Access access);
    Failure failureOf(const QSqlQuery &query) const;

    const SqlDialect &m_dialect;
    QString m_name;
    KeptStatements m_statements; ///< those that ask() runs
};

template <class Use>
Result<void> SqlConnection::readEach(const QString &sql, const QVariantList &values, Use use)
{
    Result<SqlRows> rows = ask(sql, values);
    if (!rows)
        return rows.failure();
    while (rows->next())
        use(static_cast<const QSqlQuery &>(*rows));
    return atEnd(*rows);
}

template <class Use>
Result<void> SqlConnection::readEach(QSqlQuery &query, Use use)
{
    if (Result<void> done = execute(query); !done)
        return done;
    while (query.next())
        use(std::as_const(query));
    Result<void> ended = atEnd(query);
    query.finish();
    return ended;
}

} // namespace linewatch
