// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keptstatements.h"

namespace linewatch {

std::optional<QSqlQuery> KeptStatements::take(const QString &sql)
{
    const auto kept = m_statements.find(sql);
    if (kept == m_statements.end() || kept->second.empty())
        return std::nullopt;
    std::optional<QSqlQuery> statement(std::move(kept->second.back()));
    kept->second.pop_back();
    return statement;
}

void KeptStatements::keep(QSqlQuery statement)
{
    const QString sql = statement.lastQuery();
    if (m_statements.size() >= MostTexts && !m_statements.contains(sql))
        m_statements.clear();
    m_statements[sql].push_back(std::move(statement));
}

} // namespace linewatch
