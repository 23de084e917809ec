// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/defectlinesreport.h"

#include "analytics/coverage.h"
#include "analytics/defectlines.h"
#include "report/rows.h"

#include <limits>

namespace linewatch {

namespace {

Result<void> writeLinesHeader(CsvWriter &csv)
{
    return csv.header({"lineId", csv.timeColumn("from"), csv.timeColumn("to"), "totalDefects", "eventCount",
                       "defectsPercent (%)"});
}

Result<void> writeLineRow(CsvWriter &csv, const DefectLine &line, TimeWindow window)
{
    csv.text(line.lineId.utf8());
    csv.time(window.start);
    csv.time(window.end);
    csv.number(line.defects);
    csv.number(line.events);
    csv.number(line.percent);
    return csv.endRow();
}

} // namespace

ReportResult writeDefectLines(EventReader &reader, const ReportRequest &request, CsvWriter &csv,
                              const ReportWatcher &watcher)
{
    const Result<Coverage> coverage = coverageOf(reader, request.window);
    if (!coverage)
        return coverage.failure();
    const TimeWindow window = coverage->window;
    Result<std::vector<DefectLine>> lines =
        topDefectLines(reader, window, std::numeric_limits<std::size_t>::max(), {});
    if (!lines)
        return lines.failure();
    if (!request.line.isEmpty())
        std::erase_if(*lines, [&request](const DefectLine &line) { return line.lineId != request.line; });
    if (Result<void> written = writeLinesHeader(csv); !written)
        return written.failure();

    return writeRows(*lines, watcher,
                     [&csv, window](const DefectLine &line) { return writeLineRow(csv, line, window); });
}

} // namespace linewatch
