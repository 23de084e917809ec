// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/importheader.h"

#include <algorithm>

namespace linewatch {

namespace {

Failure refusedFile(const Sentence &why)
{
    return {Failure::Kind::Refused, why};
}

} // namespace

Result<ImportHeader> ImportHeader::read(const CsvTable &table, RegistryColumns columns)
{
    if (table.rows.empty())
        return refusedFile(Sentence(QT_TRANSLATE_NOOP("Failure", "the file is empty")));
    const CsvRow &first = table.rows.front();
    if (first.fault)
        return refusedFile(Sentence(QT_TRANSLATE_NOOP("Failure", "row %1: %2"), QString::number(first.number),
                                    *first.fault));
    ImportHeader header;
    for (const std::string &name : first.cells) {
        header.m_columns.push_back(columnNamed(columns, name));
        if (!header.m_columns.back())
            header.m_unknown += QString::fromStdString(name);
    }
    if (Result<void> good = header.check(columns); !good)
        return good.failure();
    return header;
}

Result<void> ImportHeader::check(RegistryColumns columns) const
{
    if (!has(0)) {
        return refusedFile(Sentence(
            QT_TRANSLATE_NOOP("Failure", "the first row names the columns, and there is no %1 in it"),
            nameOf(columns.front())));
    }
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (std::ranges::count(m_columns, std::optional(column)) > 1) {
            return refusedFile(
                Sentence(QT_TRANSLATE_NOOP("Failure", "there are two columns %1"), nameOf(columns[column])));
        }
    }
    return {};
}

bool ImportHeader::has(std::size_t column) const
{
    return std::ranges::find(m_columns, std::optional(column)) != m_columns.end();
}

std::optional<Sentence> ImportHeader::faultOf(const CsvRow &row) const
{
    if (row.fault)
        return row.fault;
    if (row.cells.size() == m_columns.size())
        return {};
    return Sentence(QT_TRANSLATE_NOOP("Failure", "it has %1 cells, the first row has %2"),
                    QString::number(row.cells.size()), QString::number(m_columns.size()));
}

std::optional<std::string> ImportHeader::cell(const CsvRow &row, std::size_t column) const
{
    const auto found = std::ranges::find(m_columns, std::optional(column));
    if (found == m_columns.end())
        return std::nullopt;
    return row.cells[static_cast<std::size_t>(found - m_columns.begin())];
}

} // namespace linewatch
