// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"
#include "model/timewindow.h"

namespace linewatch {

/** What a report is about; its columns are listed in docs/export.md. */
enum class ReportKind {
    Events,        ///< every event of the window, newest first
    MachineHealth, ///< a row for each machine that has events, by machineId
    DefectLines    ///< the lines with known defects in the window, most first
};

/** How the cells of an exported file are written. */
enum class CsvPreset {
    Data, ///< for programs: comma, decimal point, UTC
    Excel ///< for a spreadsheet: byte order mark, the locale's separator and decimal mark, local time
};

/** A report that somebody wants to have as a file. A value. */
struct ReportRequest {
    ReportKind kind = ReportKind::Events;
    TimeWindow window;   ///< must be valid
    MachineId machineId; ///< empty: every machine; not for DefectLines
    LineId line;         ///< the effective line; empty: every line
    CsvPreset preset = CsvPreset::Data;
};

} // namespace linewatch
