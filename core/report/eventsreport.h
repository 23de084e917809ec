// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reportrequest.h"
#include "report/csvwriter.h"
#include "report/reportrun.h"
#include "storage/eventreader.h"

namespace linewatch {

/** Every event of the window, newest first, as GET /events shows it. Begins snapshots of
 * @p reader for itself. */
ReportResult writeEvents(EventReader &reader, const ReportRequest &request, CsvWriter &csv,
                         const ReportWatcher &watcher);

} // namespace linewatch
