// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/csvformat.h"
#include "report/exportsink.h"
#include "report/reportrun.h"
#include "storage/eventreader.h"

namespace linewatch {

/**
 * Writes a report, from one snapshot of the store, and commits @p sink once it is whole. Blocks on the
 * database and the sink. Memory does not grow with the report, except by its machines and lines. @p threshold
 * is that of health, in defects an hour.
 */
ReportResult writeReport(EventReader &reader, const ReportRequest &request, const CsvFormat &format,
                         double threshold, ExportSink &sink, const ReportWatcher &watcher);

} // namespace linewatch
