// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/multirow.h"

namespace linewatch {

QString MultiRowSql::forRows(int rows) const
{
    const QString row =
        QStringLiteral("(?") + QStringLiteral(", ?").repeated(columns - 1) + QLatin1Char(')');
    return before + QLatin1Char(' ') + row + (QStringLiteral(", ") + row).repeated(rows - 1) + after;
}

MultiRowWriter::MultiRowWriter(SqlConnection &connection, int columns, QSqlQuery many, QSqlQuery one)
    : m_connection(&connection)
    , m_columns(static_cast<std::size_t>(columns))
    , m_many(std::move(many))
    , m_one(std::move(one))
{
}

Result<MultiRowWriter> MultiRowWriter::prepare(SqlConnection &connection, MultiRowSql sql)
{
    Result<QSqlQuery> many = connection.prepare(sql.forRows(RowsAtOnce));
    if (!many)
        return many.failure();
    Result<QSqlQuery> one = connection.prepare(sql.forRows(1));
    if (!one)
        return one.failure();
    return MultiRowWriter(connection, sql.columns, std::move(*many), std::move(*one));
}

Result<void> MultiRowWriter::add(std::span<QVariant> row)
{
    Q_ASSERT(row.size() == m_columns);
    for (QVariant &value : row)
        m_values.push_back(std::move(value));
    if (m_values.size() < RowsAtOnce * m_columns)
        return {};
    Result<void> done = run(m_many, 0, m_values.size());
    m_values.clear();
    return done;
}

Result<void> MultiRowWriter::flush()
{
    Result<void> done;
    for (std::size_t first = 0; done && first < m_values.size(); first += m_columns)
        done = run(m_one, first, m_columns);
    m_values.clear();
    return done;
}

Result<void> MultiRowWriter::run(QSqlQuery &query, std::size_t first, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        query.bindValue(static_cast<int>(i), m_values[first + i]);
    return m_connection->execute(query);
}

} // namespace linewatch
