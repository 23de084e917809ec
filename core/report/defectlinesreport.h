// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reportrequest.h"
#include "report/csvwriter.h"
#include "report/reportrun.h"
#include "storage/eventreader.h"

namespace linewatch {

/** The lines of GET /stats/top-defect-lines, all of them. Within a snapshot of @p reader. */
ReportResult writeDefectLines(EventReader &reader, const ReportRequest &request, CsvWriter &csv,
                              const ReportWatcher &watcher);

} // namespace linewatch
