// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/machineimport.h"

#include "report/csvreader.h"
#include "report/machinecells.h"

#include <algorithm>

namespace linewatch {

namespace {

/** The column of each cell of a row; nothing where it is passed over. */
using Header = std::vector<std::optional<MachineColumn>>;

Failure refusedFile(const Sentence &why)
{
    return {Failure::Kind::Refused, why};
}

bool has(const Header &header, MachineColumn column)
{
    return std::ranges::find(header, std::optional(column)) != header.end();
}

QString quoted(MachineColumn column)
{
    const std::string_view name = nameOf(column);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/** Columns that say nothing without another. */
Result<void> checkHeader(const Header &header)
{
    if (!has(header, MachineColumn::Machine)) {
        return refusedFile(Sentence(
            QT_TRANSLATE_NOOP("Failure", "the first row names the columns, and there is no machineId")));
    }
    for (const MachineColumn column : machineColumns()) {
        if (std::ranges::count(header, std::optional(column)) > 1) {
            return refusedFile(
                Sentence(QT_TRANSLATE_NOOP("Failure", "there are two columns %1"), quoted(column)));
        }
    }
    const bool needsLine = has(header, MachineColumn::LineFrom) || has(header, MachineColumn::FormerLines);
    if (needsLine && !has(header, MachineColumn::Line)) {
        return refusedFile(
            Sentence(QT_TRANSLATE_NOOP("Failure", "lineFrom and formerLines need a column line")));
    }
    if (has(header, MachineColumn::FormerLines) && !has(header, MachineColumn::LineFrom))
        return refusedFile(Sentence(QT_TRANSLATE_NOOP("Failure", "formerLines needs a column lineFrom")));
    return {};
}

Result<Header> readHeader(const CsvTable &table, QStringList &unknown)
{
    if (table.rows.empty())
        return refusedFile(Sentence(QT_TRANSLATE_NOOP("Failure", "the file is empty")));
    const CsvRow &first = table.rows.front();
    if (first.fault)
        return refusedFile(Sentence(QT_TRANSLATE_NOOP("Failure", "row %1: %2"), QString::number(first.number),
                                    *first.fault));
    Header header;
    for (const std::string &name : first.cells) {
        header.push_back(machineColumnNamed(name));
        if (!header.back())
            unknown += QString::fromStdString(name);
    }
    if (Result<void> good = checkHeader(header); !good)
        return good.failure();
    return header;
}

std::optional<std::string> cellIn(const CsvRow &row, const Header &header, MachineColumn column)
{
    const auto found = std::ranges::find(header, std::optional(column));
    if (found == header.end())
        return std::nullopt;
    return row.cells[static_cast<std::size_t>(found - header.begin())];
}

/** The rows of one file, one after the other. */
class RowReader
{
public:
    RowReader(const Header &header, const Registry &registry, Instant now)
        : m_header(header)
        , m_registry(registry)
        , m_now(now)
    {
    }

    ImportRow read(const CsvRow &cells)
    {
        ImportRow row;
        row.number = cells.number;
        if (!hasGoodCells(cells, row))
            return row;
        row.machineId = MachineId(*cellIn(cells, m_header, MachineColumn::Machine));
        const RegisteredMachine *known = m_registry.machine(row.machineId);
        row.isNew = !known;
        row.entry = known ? *known : RegisteredMachine{};
        fill(cells, row);
        std::ranges::copy(faultsOf(row.entry), std::back_inserter(row.faults));
        checkTwice(row);
        if (row.isGood())
            compare(known ? *known : RegisteredMachine{}, row);
        return row;
    }

private:
    bool hasGoodCells(const CsvRow &cells, ImportRow &row) const
    {
        if (cells.fault) {
            row.faults.push_back(*cells.fault);
        } else if (cells.cells.size() != m_header.size()) {
            row.faults.emplace_back(QT_TRANSLATE_NOOP("Failure", "it has %1 cells, the first row has %2"),
                                    QString::number(cells.cells.size()), QString::number(m_header.size()));
        }
        return row.isGood();
    }

    void fill(const CsvRow &cells, ImportRow &row) const
    {
        row.entry.confirmed = true;
        for (std::size_t i = 0; i < m_header.size(); ++i) {
            if (!m_header[i])
                continue;
            if (const auto fault = setCell(row.entry, *m_header[i], cells.cells[i]))
                row.faults.push_back(*fault);
        }
        const LineCells line{cellIn(cells, m_header, MachineColumn::Line),
                             cellIn(cells, m_header, MachineColumn::LineFrom),
                             cellIn(cells, m_header, MachineColumn::FormerLines)};
        if (const auto fault = setLine(row.entry.assignments, line, m_now))
            row.faults.push_back(*fault);
    }

    void checkTwice(ImportRow &row)
    {
        const auto [first, isFirst] = m_rows.try_emplace(row.machineId, row.number);
        if (!isFirst) {
            row.faults.emplace_back(QT_TRANSLATE_NOOP("Failure", "the machine is in row %1 already"),
                                    QString::number(first->second));
        }
    }

    static void compare(const RegisteredMachine &before, ImportRow &row)
    {
        for (const MachineColumn column : machineColumns()) {
            const MachineCell old = cellOf(before, column);
            const MachineCell now = cellOf(row.entry, column);
            if (column != MachineColumn::Machine && old != now)
                row.changes.push_back({quoted(column), textOf(old), textOf(now)});
        }
    }

    const Header &m_header;
    const Registry &m_registry;
    const Instant m_now;
    std::map<MachineId, int> m_rows; ///< where each machine stands first
};

} // namespace

std::int64_t MachineImport::changing() const
{
    return std::ranges::count_if(rows, &ImportRow::changesSomething);
}

std::int64_t MachineImport::refused() const
{
    return std::ranges::count_if(rows, [](const ImportRow &row) { return !row.isGood(); });
}

RegistryChange MachineImport::change(const QString &what) const
{
    RegistryChange change{revision, what};
    for (const ImportRow &row : rows) {
        if (row.changesSomething())
            change.machines.push_back(row.entry);
    }
    return change;
}

Result<MachineImport> previewMachines(std::string_view file, const Registry &registry, Instant now)
{
    const Result<CsvTable> table = readCsv(file);
    if (!table)
        return table.failure();
    MachineImport import;
    import.revision = registry.revision;
    const Result<Header> header = readHeader(*table, import.unknownColumns);
    if (!header)
        return header.failure();
    RowReader reader(*header, registry, now);
    for (std::size_t i = 1; i < table->rows.size(); ++i)
        import.rows.push_back(reader.read(table->rows[i]));
    return import;
}

} // namespace linewatch
