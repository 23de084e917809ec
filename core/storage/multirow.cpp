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
        sql += names.join(QStringLiteral(", ")) + rowEnd + QLatin1Char(')');
    }
    return sql + after;
}

MultiRowWriter::MultiRowWriter(SqlConnection &connection, std::size_t columns,
                               std::vector<Statement> statements)
    : m_connection(&connection)
    , m_columns(columns)
    , m_statements(std::move(statements))
{
    for (std::size_t index = 0; index < m_statements.front().rows * m_columns; ++index)
        m_names += MultiRowSql::placeholder(static_cast<int>(index));
}

Result<MultiRowWriter> MultiRowWriter::prepare(SqlConnection &connection, const MultiRowSql &sql)
{
    std::vector<Statement> statements;
    for (const int rows : connection.dialect().rowsAtOnce()) {
        Result<QSqlQuery> query = connection.prepare(sql.forRows(rows));
        if (!query)
            return query.failure();
        statements.push_back({static_cast<std::size_t>(rows), std::move(*query)});
    }
    return MultiRowWriter(connection, static_cast<std::size_t>(sql.columns), std::move(statements));
}

Result<void> MultiRowWriter::add(std::span<QVariant> row)
{
    Q_ASSERT(row.size() == m_columns);
    for (QVariant &value : row)
        m_values.push_back(std::move(value));
    if (m_values.size() < m_statements.front().rows * m_columns)
        return {};
    Result<void> done = run(m_statements.front(), 0);
    m_values.clear();
    return done;
}

Result<void> MultiRowWriter::flush()
{
    Result<void> done;
    std::size_t first = 0;
    for (Statement &statement : m_statements) {
        const std::size_t size = statement.rows * m_columns;
        for (; done && first + size <= m_values.size(); first += size)
            done = run(statement, first);
    }
    m_values.clear();
    return done;
}

Result<void> MultiRowWriter::run(Statement &statement, std::size_t first)
{
    const std::span<const QVariant> values(m_values.data() + first, statement.rows * m_columns);
    for (std::size_t i = 0; i < values.size(); ++i)
        statement.query.bindValue(m_names.at(static_cast<qsizetype>(i)), values[i]);
    if (!m_onDuplicate)
        return m_connection->execute(statement.query);
    const Result<bool> written = m_connection->executeUnlessThere(statement.query);
    if (!written)
        return written.failure();
    return *written ? Result<void>{} : m_onDuplicate(values);
}

} // namespace linewatch
