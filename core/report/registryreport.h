// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registry.h"
#include "report/csvformat.h"
#include "report/exportsink.h"
#include "report/registrykind.h"

namespace linewatch {

/**
 * Writes the machines or the lines of a registry, by their ids, and commits @p sink; gives how many there
 * are. What previewImport() reads from such a file changes nothing.
 */
Result<std::int64_t> writeRegistry(RegistryKind kind, const Registry &registry, const CsvFormat &format,
                                   ExportSink &sink);

} // namespace linewatch
