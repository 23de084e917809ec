// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/exportcommand.h"

#include "monitor/commandend.h"
#include "monitor/exportjob.h"
#include "monitor/exportoptions.h"
#include "monitor/exportregistry.h"
#include "report/devicesink.h"
#include "report/filesink.h"

namespace linewatch {

namespace {

/** Whoever reads a pipe may have stopped doing so, and a write into a full one waits for ever. */
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
    if (exportsRegistry(call))
        return runExportRegistry(call);
    const Result<ExportOptions> options = readExportOptions(call.arguments, call.environment);
    if (const std::optional<int> ended = endedByOptions(options))
        return *ended;
    ExportJob job(orderOf(*options));
    CommandEnd end(call, QStringLiteral("the export was cancelled"), [&job]() -> CommandEnd::Patience {
        job.cancel();
        return patience;
    });
    QObject::connect(&job, &ExportJob::finished, &job,
                     [&end](const ExportOutcome &outcome) { end.reach(exitCodeOf(outcome)); });
    return end.wait();
}

} // namespace linewatch
