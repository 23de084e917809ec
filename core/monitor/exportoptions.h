// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinestate.h"
#include "model/reportrequest.h"
#include "storage/databaseurl.h"

#include <QCommandLineOption>
#include <QProcessEnvironment>
#include <QStringList>

namespace linewatch {

/** What `linewatchd export` was told. */
struct ExportOptions {
    QString help; ///< to be shown instead of exporting; empty: export
    DatabaseUrl database;
    ReportRequest request;
    QString output;   ///< a file, or "-" for standard output
    StateRules rules; ///< of the settings
};

/** @p arguments begins with the program's name and "export". The failure is one line for people. */
Result<ExportOptions> readExportOptions(const QStringList &arguments, const QProcessEnvironment &environment);

/** --preset, and what its value means. */
QCommandLineOption presetOption();
Result<CsvPreset> readPreset(const QString &text);

} // namespace linewatch
