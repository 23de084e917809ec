// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lineimport.h"

#include "report/importrows.h"
#include "report/linecolumns.h"

namespace linewatch {

namespace {

/** What files of lines are. */
struct LineFile {
    using Entry = RegisteredLine;
    using Id = LineId;
    static constexpr RegistryKind Kind = RegistryKind::Lines;

    const Registry &registry;

    static RegistryColumns columns() { return lineColumns(); }
    static RegistryCell cell(const Entry &entry, std::size_t column)
    {
        return cellOf(entry, static_cast<LineColumn>(column));
    }
    static Id idOf(const std::string &text) { return Id(text); }
    const std::map<Id, Entry> &known() const { return registry.lines; }
    static std::vector<Entry> &changed(RegistryChange &change) { return change.lines; }
    static Sentence isThereAlready(int row)
    {
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the line is in row %1 already"), QString::number(row));
    }
    static Result<void> check(const ImportHeader & /*header*/) { return {}; }
    static void fill(Entry &entry, const ImportHeader &header, const CsvRow &row,
                     std::vector<Sentence> &faults)
    {
        for (std::size_t column = 0; column < columns().size(); ++column) {
            const auto text = header.cell(row, column);
            const auto fault = text ? setCell(entry, static_cast<LineColumn>(column), *text) : std::nullopt;
            if (fault)
                faults.push_back(*fault);
        }
    }
};

} // namespace

Result<RegistryImport> previewLines(std::string_view file, const Registry &registry)
{
    return previewRows(file, registry, LineFile{registry});
}

} // namespace linewatch
