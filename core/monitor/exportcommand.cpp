// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/exportcommand.h"

#include "model/machinestate.h"
#include "monitor/exportjob.h"
#include "monitor/exportoptions.h"
#include "monitor/terminationsignals.h"
#include "report/devicesink.h"
#include "report/filesink.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

namespace linewatch {

namespace {

constexpr int exitWritten = 0;
constexpr int exitRefused = 2;
constexpr std::chrono::seconds patience{3};

int refuse(const QString &message)
{
    std::fprintf(stderr, "linewatchd: %s\n", qUtf8Printable(message));
    return exitRefused;
}

ExportOrder orderOf(const ExportOptions &options)
{
    ExportOrder order{options.database, options.request, StateRules().healthThreshold, {}};
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
        return exitWritten;
    case ExportOutcome::End::Cancelled:
        return refuse(QStringLiteral("the export was cancelled"));
    case ExportOutcome::End::Failed:
        break;
    }
    return refuse(outcome.problem);
}

} // namespace

bool asksForExport(const QStringList &arguments)
{
    return arguments.value(1) == QLatin1String("export");
}

int runExport(const QStringList &arguments, const QProcessEnvironment &environment,
              const TerminationSignals &termination)
{
    const Result<ExportOptions> options = readExportOptions(arguments, environment);
    if (!options)
        return refuse(options.failure().message);
    if (!options->help.isEmpty()) {
        std::fputs(qUtf8Printable(options->help), stdout);
        return exitWritten;
    }
    ExportJob job(orderOf(*options));
    int exitCode = exitRefused;
    QObject::connect(&job, &ExportJob::finished, &job, [&exitCode](const ExportOutcome &outcome) {
        exitCode = exitCodeOf(outcome);
        QCoreApplication::quit();
    });
    QObject::connect(&termination, &TerminationSignals::terminationRequested, &job, [&job] {
        job.cancel();
        // Whoever reads a pipe may have stopped doing so, and a write into a full one waits for ever.
        QTimer::singleShot(patience, &job,
                           [] { std::_Exit(refuse(QStringLiteral("the export was cancelled"))); });
    });
    QCoreApplication::exec();
    return exitCode;
}

} // namespace linewatch
