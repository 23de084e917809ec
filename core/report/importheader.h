// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/csvreader.h"
#include "report/registrycells.h"

#include <QStringList>

namespace linewatch {

/** The first row of a file to be imported: which column each cell of a row belongs to. */
class ImportHeader
{
public:
    /** A failure where the file is empty, has no ids (the first of @p columns), or a column twice. */
    static Result<ImportHeader> read(const CsvTable &table, RegistryColumns columns);

    const QStringList &unknown() const { return m_unknown; }
    bool has(std::size_t column) const;
    /** Why the cells of a row cannot be told apart; nothing: they can. */
    std::optional<Sentence> faultOf(const CsvRow &row) const;
    /** Of a row without a fault; nothing where the file has no such column. */
    std::optional<std::string> cell(const CsvRow &row, std::size_t column) const;

private:
    Result<void> check(RegistryColumns columns) const;

    std::vector<std::optional<std::size_t>> m_columns; ///< of each cell; nothing: it is passed over
    QStringList m_unknown;
};

} // namespace linewatch
