// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/keptstatements.h"

#include <QVariant>

#include <utility>

namespace linewatch {

/** The rows that a question gave, read forward only. Must be gone before the connection that was asked. */
class SqlRows
{
public:
    /** @p query was run; it goes back to @p statements at the end. */
    SqlRows(QSqlQuery query, KeptStatements &statements)
        : m_query(std::move(query))
        , m_statements(&statements)
    {
    }
    SqlRows(SqlRows &&other) noexcept
        : m_query(std::move(other.m_query))
        , m_statements(std::exchange(other.m_statements, nullptr))
    {
    }
    SqlRows &operator=(SqlRows &&) = delete;
    ~SqlRows()
    {
        if (!m_statements)
            return;
        m_query.finish(); // a statement that is not at its end keeps the state of the store that it reads
        m_statements->keep(std::move(m_query));
    }

    /** False at the end and where a failure keeps the rest back, see SqlConnection::atEnd(). */
    bool next() { return m_query.next(); }
    QVariant value(int column) const { return m_query.value(column); }
    int changed() const { return m_query.numRowsAffected(); } ///< rows, of a statement that writes
    qlonglong lastInsertId() const { return m_query.lastInsertId().toLongLong(); }
    /** The row that it stands on, for functions that read one. */
    operator const QSqlQuery &() const { return m_query; } // NOLINT(google-explicit-constructor)

private:
    QSqlQuery m_query;
    KeptStatements *m_statements; ///< null once moved from
};

} // namespace linewatch
