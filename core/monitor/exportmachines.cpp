// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/exportmachines.h"

#include "monitor/commandline.h"
#include "monitor/commandthread.h"
#include "monitor/exportoptions.h"
#include "report/devicesink.h"
#include "report/filesink.h"
#include "report/machinesreport.h"
#include "storage/readonlystore.h"

#include <cstdio>
#include <cstdlib>

namespace linewatch {

namespace {

Result<ExportOptions> readOptions(const CommandCall &call)
{
    CommandLine line(QStringLiteral("export"),
                     QStringLiteral("Writes the machines of the registry into a CSV file, which import "
                                    "machines takes again."),
                     QStringLiteral("Read the registry there, also while it is in use"));
    const QCommandLineOption output(QStringLiteral("output"),
                                    QStringLiteral("The file to write. Default: -, standard output."),
                                    QStringLiteral("file"), QStringLiteral("-"));
    const QCommandLineOption preset = presetOption();
    line.parser().addPositionalArgument(QStringLiteral("what"), QStringLiteral("machines."),
                                        QStringLiteral("export machines"));
    line.parser().addOptions({preset, output});
    const Result<QString> help = line.parse(call.arguments);
    if (!help)
        return help.failure();
    if (!help->isEmpty())
        return ExportOptions{*help, {}, {}, {}, {}};
    if (line.words().size() != 1)
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "'%1' is not understood. See export machines --help."),
                     line.words().last()));
    const Result<CsvPreset> format = readPreset(line.parser().value(preset));
    if (!format)
        return format.failure();
    const Result<DatabaseUrl> database = line.database(call.environment);
    if (!database)
        return database.failure();
    ReportRequest request;
    request.preset = *format;
    return ExportOptions{{}, *database, request, line.parser().value(output), {}};
}

Result<std::int64_t> write(const ExportOptions &options)
{
    const Result<std::unique_ptr<ReadOnlyStore>> store = ReadOnlyStore::open(options.database);
    if (!store)
        return store.failure();
    const ReadSnapshot snapshot((*store)->reader());
    if (!snapshot.begun())
        return snapshot.begun().failure();
    const Result<Registry> registry = (*store)->reader().registry();
    if (!registry)
        return registry.failure();
    const auto sink =
        options.output == QLatin1String("-") ? DeviceSink::standardOutput() : FileSink::open(options.output);
    if (!sink)
        return sink.failure();
    return writeMachines(*registry, CsvFormat::ofThisProcess(options.request.preset), **sink);
}

} // namespace

int runExportMachines(const CommandCall &call)
{
    const Result<ExportOptions> options = readOptions(call);
    if (!options)
        return refuse(options.failure().message);
    if (!options->help.isEmpty()) {
        std::fputs(qUtf8Printable(options->help), stdout);
        return ExitDone;
    }
    return runBesideSignals(
        call.termination,
        [&options] {
            const Result<std::int64_t> written = write(*options);
            return written ? int{ExitDone} : refuse(written.failure().message);
        },
        [] { std::_Exit(refuse(QStringLiteral("the export was cancelled"))); });
}

} // namespace linewatch
