// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/multirowsql.h"
#include "storage/sqlconnection.h"

#include <span>
#include <vector>

namespace linewatch {

/**
 * Writes rows many at a time: each statement that is run costs as much as several rows. Rows that were added
 * and not yet flushed are lost with it.
 */
class MultiRowWriter
{
public:
    static constexpr std::size_t RowsAtOnce = 64;

    /** @p connection must outlive the writer. */
    static Result<MultiRowWriter> prepare(SqlConnection &connection, const MultiRowSql &sql);

    /** Takes the values of a row; runs the statement when enough rows have come together. */
    Result<void> add(std::span<QVariant> row);
    /** Writes what was added. */
    Result<void> flush();
    /** Forgets what was added, after a failure. */
    void clear() { m_values.clear(); }

private:
    MultiRowWriter(SqlConnection &connection, QStringList names, std::size_t columns, QSqlQuery many,
                   QSqlQuery one);
    Result<void> run(QSqlQuery &query, std::size_t first, std::size_t count);

    /** Names of placeholders by position: Qt finds a value by name in a third of the time it takes by number.
     */
    QStringList m_names;
    SqlConnection *m_connection;
    std::size_t m_columns;
    QSqlQuery m_many;
    QSqlQuery m_one;
    std::vector<QVariant> m_values;
};

} // namespace linewatch
