// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/machineimport.h"

#include "report/importrows.h"
#include "report/machinecells.h"

namespace linewatch {

namespace {

/** What files of machines are. */
struct MachineFile {
    using Entry = RegisteredMachine;
    using Id = MachineId;
    static constexpr RegistryKind Kind = RegistryKind::Machines;

    const Registry &registry;
    Instant now;

    static RegistryColumns columns() { return machineColumns(); }
    static RegistryCell cell(const Entry &entry, std::size_t column)
    {
        return cellOf(entry, static_cast<MachineColumn>(column));
    }
    static Id idOf(const std::string &text) { return Id(text); }
    const std::map<Id, Entry> &known() const { return registry.machines; }
    static std::vector<Entry> &changed(RegistryChange &change) { return change.machines; }
    static Sentence isThereAlready(int row)
    {
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the machine is in row %1 already"),
                        QString::number(row));
    }
    static Result<void> check(const ImportHeader &header);
    void fill(Entry &entry, const ImportHeader &header, const CsvRow &row,
              std::vector<Sentence> &faults) const;
};

std::optional<std::string> cellIn(const ImportHeader &header, const CsvRow &row, MachineColumn column)
{
    return header.cell(row, static_cast<std::size_t>(column));
}

/** Columns that say nothing without another. */
Result<void> MachineFile::check(const ImportHeader &header)
{
    const auto has = [&header](MachineColumn column) { return header.has(static_cast<std::size_t>(column)); };
    const bool needsLine = has(MachineColumn::LineFrom) || has(MachineColumn::FormerLines);
    if (needsLine && !has(MachineColumn::Line)) {
        return Failure{Failure::Kind::Refused,
                       Sentence(QT_TRANSLATE_NOOP("Failure", "lineFrom and formerLines need a column line"))};
    }
    if (has(MachineColumn::FormerLines) && !has(MachineColumn::LineFrom)) {
        return Failure{Failure::Kind::Refused,
                       Sentence(QT_TRANSLATE_NOOP("Failure", "formerLines needs a column lineFrom"))};
    }
    return {};
}

void MachineFile::fill(Entry &entry, const ImportHeader &header, const CsvRow &row,
                       std::vector<Sentence> &faults) const
{
    for (std::size_t column = 0; column < columns().size(); ++column) {
        const auto text = header.cell(row, column);
        const auto fault = text ? setCell(entry, static_cast<MachineColumn>(column), *text) : std::nullopt;
        if (fault)
            faults.push_back(*fault);
    }
    const LineCells line{cellIn(header, row, MachineColumn::Line),
                         cellIn(header, row, MachineColumn::LineFrom),
                         cellIn(header, row, MachineColumn::FormerLines)};
    if (const auto fault = setLine(entry.assignments, line, now))
        faults.push_back(*fault);
}

} // namespace

Result<RegistryImport> previewMachines(std::string_view file, const Registry &registry, Instant now)
{
    return previewRows(file, registry, MachineFile{registry, now});
}

} // namespace linewatch
