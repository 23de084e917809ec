// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

#include "report/defectlinesreport.h"
#include "report/eventsreport.h"
#include "report/healthreport.h"

namespace linewatch {

namespace {

ReportResult writeRows(EventReader &reader, const ReportRequest &request, double threshold, CsvWriter &csv,
                       const ReportWatcher &watcher)
{
    if (request.kind == ReportKind::Events) // begins snapshots of its own
        return writeEvents(reader, request, csv, watcher);
    const ReadSnapshot snapshot(reader);
    if (!snapshot.begun())
        return snapshot.begun().failure();
    switch (request.kind) {
    case ReportKind::MachineHealth:
        return writeHealth(reader, request, threshold, csv, watcher);
    case ReportKind::DefectLines:
        return writeDefectLines(reader, request, csv, watcher);
    case ReportKind::Events:
        break;
    }
    return Failure{Failure::Kind::Internal, QStringLiteral("a kind of report that nobody wrote")};
}

} // namespace

ReportResult writeReport(EventReader &reader, const ReportRequest &request, const CsvFormat &format,
                         double threshold, ExportSink &sink, const ReportWatcher &watcher)
{
    CsvWriter csv(sink, format);
    ReportResult rows = writeRows(reader, request, threshold, csv, watcher);
    if (!rows || !*rows)
        return rows;
    if (Result<void> flushed = csv.flush(); !flushed)
        return flushed.failure();
    if (Result<void> committed = sink.commit(); !committed)
        return committed.failure();
    return rows;
}

} // namespace linewatch
