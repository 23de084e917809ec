// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/exportcommand.h"

#include "monitor/exportjob.h"
#include "monitor/exportmachines.h"
#include "monitor/exportoptions.h"
#include "monitor/terminationsignals.h"
#include "report/devicesink.h"
#include "report/filesink.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace linewatch {

namespace {

constexpr std::chrono::seconds patience{3};

ExportOrder orderOf(const ExportOptions &options)
{
    ExportOrder order{options.database, options.request, options.rules.healthThreshold, {}};
    if (options.output == QLatin1String("-"))
        order.openSink = [] { return DeviceSink::standardOutput(); };
    else
        order.openSink = [path = options.output] { return FileSink::open(path); };
    return order;
}

int exitCodeOf(const ExportOutcome &outcome)
{
    switch (outcome.end) {
    case ExportOutcome::End::Written:
        return ExitDone;
    case ExportOutcome::End::Cancelled:
        return refuse(QStringLiteral("the export was cancelled"));
    case ExportOutcome::End::Failed:
        break;
    }
    return refuse(outcome.problem);
}

} // namespace

int runExport(const CommandCall &call)
{
    if (call.arguments.value(2) == QLatin1String("machines")) // a report of another kind: no window of time
        return runExportMachines(call);
    const Result<ExportOptions> options = readExportOptions(call.arguments, call.environment);
    if (!options)
        return refuse(options.failure().message);
    if (!options->help.isEmpty()) {
        std::fputs(qUtf8Printable(options->help), stdout);
        return ExitDone;
    }
    ExportJob job(orderOf(*options));
    int exitCode = ExitRefused;
    QObject::connect(&job, &ExportJob::finished, &job, [&exitCode](const ExportOutcome &outcome) {
        exitCode = exitCodeOf(outcome);
        QCoreApplication::quit();
    });
    QObject::connect(&call.termination, &TerminationSignals::terminationRequested, &job, [&job] {
        job.cancel();
        // Whoever reads a pipe may have stopped doing so, and a write into a full one waits for ever.
        QTimer::singleShot(patience, &job,
                           [] { std::_Exit(refuse(QStringLiteral("the export was cancelled"))); });
    });
    QCoreApplication::exec();
    return exitCode;
}

} // namespace linewatch
