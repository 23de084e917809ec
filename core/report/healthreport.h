// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reportrequest.h"
#include "report/csvwriter.h"
#include "report/reportrun.h"
#include "storage/eventreader.h"

namespace linewatch {

/**
 * The machines of GET /machines, each with what GET /stats answers for the window. A line chooses machines,
 * by the line that they have there; the figures stay those of the whole machine. Within a snapshot of @p
 * reader.
 */
ReportResult writeHealth(EventReader &reader, const ReportRequest &request, double threshold, CsvWriter &csv,
                         const ReportWatcher &watcher);

} // namespace linewatch
