// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/multirowsql.h"
#include "storage/sqlconnection.h"

#include <functional>
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
    /** Gets the values of the rows of a statement, of which one has a key that is there already. */
    using OnDuplicate = std::function<Result<void>(std::span<const QVariant> values)>;

    /** @p connection must outlive the writer. */
    static Result<MultiRowWriter> prepare(SqlConnection &connection, const MultiRowSql &sql);

    /** What becomes of such a statement, which wrote nothing; without it, it is a failure. */
    void setOnDuplicate(OnDuplicate onDuplicate) { m_onDuplicate = std::move(onDuplicate); }
    /** Takes the values of a row; runs the statement when enough rows have come together. */
    Result<void> add(std::span<QVariant> row);
    /** Writes what was added. */
    Result<void> flush();
    /** Forgets what was added, after a failure. */
    void clear() { m_values.clear(); }

private:
    /** The same for a number of rows. */
    struct Statement {
        std::size_t rows = 1;
        QSqlQuery query;
    };

    MultiRowWriter(SqlConnection &connection, std::size_t columns, std::vector<Statement> statements);
    Result<void> run(Statement &statement, std::size_t first);

    /** Names of placeholders by position: Qt finds a value by name in a third of the time it takes by number.
     */
    QStringList m_names;
    SqlConnection *m_connection;
    std::size_t m_columns;
    std::vector<Statement> m_statements; ///< the one for most rows first, that for one row last
    OnDuplicate m_onDuplicate;
    std::vector<QVariant> m_values;
};

} // namespace linewatch
