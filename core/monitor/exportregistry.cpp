// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/exportregistry.h"

#include "monitor/commandend.h"
#include "monitor/commandline.h"
#include "monitor/exportoptions.h"
#include "monitor/registryfile.h"
#include "report/devicesink.h"
#include "report/filesink.h"
#include "report/registryreport.h"
#include "storage/readonlystore.h"

#include <algorithm>
#include <array>

namespace linewatch {

namespace {

/** What `linewatchd export machines` or `export lines` was told. */
struct RegistryExportOptions {
    QString help; ///< to be shown instead of exporting; empty: export
    DatabaseUrl database;
    RegistryKind kind = RegistryKind::Machines;
    CsvPreset preset = CsvPreset::Data;
    QString output; ///< a file, or "-" for standard output
};

Result<RegistryExportOptions> readOptions(const CommandCall &call)
{
    const RegistryKind kind = kindNamed(call.arguments.value(2)).value_or(RegistryKind::Machines);
    const QString word = kindWord(kind);
    CommandLine line(
        QStringLiteral("export"),
        QStringLiteral("Writes the %1 of the registry into a CSV file, which import %1 takes again.")
            .arg(word),
        QStringLiteral("Read the registry there, also while it is in use"));
    const QCommandLineOption output(QStringLiteral("output"),
                                    QStringLiteral("The file to write. Default: -, standard output."),
                                    QStringLiteral("file"), QStringLiteral("-"));
    const QCommandLineOption preset = presetOption();
    line.parser().addPositionalArgument(QStringLiteral("what"), word + QLatin1Char('.'),
                                        QStringLiteral("export ") + word);
    line.parser().addOptions({preset, output});
    const Result<QString> help = line.parse(call.arguments);
    if (!help)
        return help.failure();
    if (!help->isEmpty())
        return RegistryExportOptions{*help, {}, {}, {}, {}};
    if (line.words().size() != 1)
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "'%1' is not understood. See export %2 --help."),
                                line.words().last(), word));
    const Result<CsvPreset> format = readPreset(line.parser().value(preset));
    if (!format)
        return format.failure();
    const Result<DatabaseUrl> database = line.database(call.environment);
    if (!database)
        return database.failure();
    return RegistryExportOptions{{}, *database, kind, *format, line.parser().value(output)};
}

Result<std::int64_t> write(const RegistryExportOptions &options)
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
    return writeRegistry(options.kind, *registry, CsvFormat::ofThisProcess(options.preset), **sink);
}

} // namespace

bool exportsRegistry(const CommandCall &call)
{
    static constexpr std::array ofReports{QLatin1String("--from"),    QLatin1String("--to"),
                                          QLatin1String("--machine"), QLatin1String("--line"),
                                          QLatin1String("--help"),    QLatin1String("-h")};
    const std::optional<RegistryKind> kind = kindNamed(call.arguments.value(2));
    if (kind != RegistryKind::Lines)
        return kind.has_value();
    return std::ranges::none_of(call.arguments, [](const QString &argument) {
        return std::ranges::any_of(ofReports,
                                   [&](QLatin1String start) { return argument.startsWith(start); });
    });
}

int runExportRegistry(const CommandCall &call)
{
    const Result<RegistryExportOptions> options = readOptions(call);
    if (const std::optional<int> ended = endedByOptions(options))
        return *ended;
    return runBesideSignals(call, QStringLiteral("the export was cancelled"), [&options] {
        const Result<std::int64_t> written = write(*options);
        return written ? int{ExitDone} : refuse(written.failure().message);
    });
}

} // namespace linewatch
