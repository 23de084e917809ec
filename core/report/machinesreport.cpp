// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/machinesreport.h"

#include "report/machinecolumns.h"

namespace linewatch {

Result<std::int64_t> writeMachines(const Registry &registry, const CsvFormat &format, ExportSink &sink)
{
    CsvWriter csv(sink, format);
    if (Result<void> written = writeMachineHeader(csv); !written)
        return written.failure();
    for (const auto &[machineId, machine] : registry.machines) {
        if (Result<void> written = writeMachineRow(csv, machine); !written)
            return written.failure();
    }
    if (Result<void> flushed = csv.flush(); !flushed)
        return flushed.failure();
    if (Result<void> committed = sink.commit(); !committed)
        return committed.failure();
    return static_cast<std::int64_t>(registry.machines.size());
}

} // namespace linewatch
