// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlQuery>
#include <QString>

#include <optional>
#include <unordered_map>
#include <vector>

namespace linewatch {

/**
 * Prepared statements that nobody uses at the moment, by their text: to parse and plan a question costs as
 * much as many a question itself. Belongs to one connection and goes before it.
 */
class KeptStatements
{
public:
    /** More texts than the program has; those that come beyond are the work of numbers in texts. */
    static constexpr std::size_t MostTexts = 64;

    /** One with that text; nothing when there is none, or all are in use. */
    std::optional<QSqlQuery> take(const QString &sql);
    /** Keeps a statement that is no longer in use. */
    void keep(QSqlQuery statement);
    void clear() { m_statements.clear(); }

private:
    std::unordered_map<QString, std::vector<QSqlQuery>> m_statements;
};

} // namespace linewatch
