// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registry.h"
#include "report/csvformat.h"
#include "report/exportsink.h"

namespace linewatch {

/**
 * Writes the machines of a registry, by machineId, and commits @p sink; gives how many there are. What
 * previewMachines() reads from such a file changes nothing.
 */
Result<std::int64_t> writeMachines(const Registry &registry, const CsvFormat &format, ExportSink &sink);

} // namespace linewatch
