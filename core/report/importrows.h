// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/csvreader.h"
#include "report/importheader.h"
#include "report/registryimport.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace linewatch {

/**
 * The rows of one file, one after the other, each beside what the registry has. @p File says of a kind of
 * entries what its files are: their columns, their cells and how they are read; see MachineFile.
 */
template <class File>
class ImportRowReader
{
public:
    using Entry = typename File::Entry;

    /** Both must outlive it. */
    ImportRowReader(const ImportHeader &header, const File &file) : m_header(header), m_file(file) { }

    /** Adds the next row, and what it makes of its entry where it changes something. */
    void read(const CsvRow &cells, RegistryImport &import)
    {
        ImportRow row;
        row.number = cells.number;
        if (const auto fault = m_header.faultOf(cells)) {
            row.faults.push_back(*fault);
        } else if (Entry entry = readEntry(cells, row); row.changesSomething()) {
            m_file.changed(import.entries).push_back(std::move(entry));
        }
        import.rows.push_back(std::move(row));
    }

private:
    Entry readEntry(const CsvRow &cells, ImportRow &row)
    {
        const auto id = m_file.idOf(*m_header.cell(cells, 0));
        const auto known = m_file.known().find(id);
        row.id = id.toString();
        row.isNew = known == m_file.known().end();
        const Entry before = row.isNew ? Entry{} : known->second;
        Entry entry = before;
        entry.confirmed = true;
        m_file.fill(entry, m_header, cells, row.faults);
        std::ranges::copy(faultsOf(entry), std::back_inserter(row.faults));
        const auto [first, isFirst] = m_rows.try_emplace(id, row.number);
        if (!isFirst)
            row.faults.push_back(m_file.isThereAlready(first->second));
        if (row.isGood())
            row.changes = changes(before, entry);
        return entry;
    }

    std::vector<FieldChange> changes(const Entry &before, const Entry &after) const
    {
        std::vector<FieldChange> changes;
        const RegistryColumns columns = File::columns();
        for (std::size_t column = 1; column < columns.size(); ++column) {
            RegistryCell old = File::cell(before, column);
            RegistryCell now = File::cell(after, column);
            if (old != now)
                changes.push_back({columns[column].name, std::move(old), std::move(now)});
        }
        return changes;
    }

    const ImportHeader &m_header;
    const File &m_file;
    std::map<typename File::Id, int> m_rows; ///< where each id stands first
};

/** The whole file. */
template <class File>
Result<RegistryImport> previewRows(std::string_view bytes, const Registry &registry, const File &file)
{
    const Result<CsvTable> table = readCsv(bytes);
    if (!table)
        return table.failure();
    const Result<ImportHeader> header = ImportHeader::read(*table, File::columns());
    if (!header)
        return header.failure();
    if (Result<void> good = file.check(*header); !good)
        return good.failure();
    RegistryImport import;
    import.kind = File::Kind;
    import.unknownColumns = header->unknown();
    import.entries.basedOn = registry.revision;
    import.rows.reserve(table->rows.size());
    ImportRowReader<File> reader(*header, file);
    for (std::size_t i = 1; i < table->rows.size(); ++i)
        reader.read(table->rows[i], import);
    return import;
}

} // namespace linewatch
