// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/multirow.h"

namespace linewatch {

QString MultiRowSql::placeholder(int index)
{
    return QStringLiteral(":v%1").arg(index);
}

QString MultiRowSql::forRows(int rows) const
{
    QString sql = before;
    for (int row = 0; row < rows; ++row) {
        QStringList names;
        for (int column = 0; column < columns; ++column)
            names += placeholder(row * columns + column);
        sql += row == 0 ? QStringLiteral(" (") : QStringLiteral(", (");
        sql += names.join(QStringLiteral(", ")) + QLatin1Char(')');
    }
    return sql + after;
}

MultiRowWriter::MultiRowWriter(SqlConnection &connection, QStringList names, std::size_t columns,
                               QSqlQuery many, QSqlQuery one)
    : m_names(std::move(names))
    , m_connection(&connection)
    , m_columns(columns)
    , m_many(std::move(many))
    , m_one(std::move(one))
{
}

Result<MultiRowWriter> MultiRowWriter::prepare(SqlConnection &connection, const MultiRowSql &sql)
{
    Result<QSqlQuery> many = connection.prepare(sql.forRows(RowsAtOnce));
    if (!many)
        return many.failure();
    Result<QSqlQuery> one = connection.prepare(sql.forRows(1));
    if (!one)
        return one.failure();
    QStringList names;
    for (int index = 0; index < static_cast<int>(RowsAtOnce) * sql.columns; ++index)
        names += MultiRowSql::placeholder(index);
    return MultiRowWriter(connection, std::move(names), static_cast<std::size_t>(sql.columns),
                          std::move(*many), std::move(*one));
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
        query.bindValue(m_names.at(static_cast<qsizetype>(i)), m_values[first + i]);
    return m_connection->execute(query);
}

} // namespace linewatch
