// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/registryreport.h"

#include "report/linecolumns.h"
#include "report/machinecolumns.h"

namespace linewatch {

namespace {

template <class Column, class Entries>
Result<std::int64_t> writeEntries(CsvWriter csv, RegistryColumns columns, const Entries &entries,
                                  ExportSink &sink)
{
    if (Result<void> written = writeNames(csv, columns); !written)
        return written.failure();
    for (const auto &[id, entry] : entries) {
        for (std::size_t column = 0; column < columns.size(); ++column)
            writeCell(csv, cellOf(entry, static_cast<Column>(column)));
        if (Result<void> written = csv.endRow(); !written)
            return written.failure();
    }
    if (Result<void> flushed = csv.flush(); !flushed)
        return flushed.failure();
    if (Result<void> committed = sink.commit(); !committed)
        return committed.failure();
    return static_cast<std::int64_t>(entries.size());
}

} // namespace

Result<std::int64_t> writeRegistry(RegistryKind kind, const Registry &registry, const CsvFormat &format,
                                   ExportSink &sink)
{
    const CsvWriter csv(sink, format);
    return kind == RegistryKind::Machines
        ? writeEntries<MachineColumn>(csv, machineColumns(), registry.machines, sink)
        : writeEntries<LineColumn>(csv, lineColumns(), registry.lines, sink);
}

} // namespace linewatch
