// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/exportoptions.h"

#include "model/rfc3339.h"
#include "model/validate.h"
#include "monitor/commandline.h"
#include "monitor/limitsettings.h"

namespace linewatch {

namespace {

struct Options {
    QCommandLineOption from{QStringLiteral("from"),
                            QStringLiteral("The window's start, such as 2026-01-15T06:00:00+01:00."),
                            QStringLiteral("time")};
    QCommandLineOption to{QStringLiteral("to"), QStringLiteral("The window's end, which is not part of it."),
                          QStringLiteral("time")};
    QCommandLineOption machine{QStringLiteral("machine"), QStringLiteral("Only this machine. Not for lines."),
                               QStringLiteral("id")};
    QCommandLineOption line{QStringLiteral("line"), QStringLiteral("Only this line."), QStringLiteral("id")};
    QCommandLineOption preset = presetOption();
    QCommandLineOption output{QStringLiteral("output"),
                              QStringLiteral("The file to write; - is standard output."),
                              QStringLiteral("file")};
};

Result<ReportKind> readKind(const QStringList &words)
{
    if (words.size() == 1) {
        if (words.last() == QLatin1String("events"))
            return ReportKind::Events;
        if (words.last() == QLatin1String("health"))
            return ReportKind::MachineHealth;
        if (words.last() == QLatin1String("lines"))
            return ReportKind::DefectLines;
    }
    return refused(
        QStringLiteral("say what to export: events, health or lines; or machines, right after export. See "
                       "export --help."));
}

Result<Instant> readTime(const QCommandLineParser &parser, const QCommandLineOption &option)
{
    const QString name = option.names().first();
    if (!parser.isSet(option))
        return refused(QStringLiteral("--%1 is missing. See export --help.").arg(name));
    const std::optional<Instant> time = parseRfc3339(parser.value(option).toStdString());
    if (!time) {
        return refused(QStringLiteral("--%1: '%2' is no time; give one such as 2026-01-15T06:00:00Z or "
                                      "2026-01-15T07:00:00+01:00")
                           .arg(name, parser.value(option)));
    }
    return *time;
}

Result<TimeWindow> readWindow(const QCommandLineParser &parser, const Options &options)
{
    const Result<Instant> from = readTime(parser, options.from);
    if (!from)
        return from.failure();
    const Result<Instant> to = readTime(parser, options.to);
    if (!to)
        return to.failure();
    const TimeWindow window{*from, *to};
    if (!window.isValid())
        return refused(QStringLiteral("--to must be later than --from"));
    return window;
}

/** Empty when it was not given. */
Result<std::string> readName(const QCommandLineParser &parser, const QCommandLineOption &option)
{
    std::string name = parser.value(option).toStdString();
    if (parser.isSet(option) && !isValidId(name, limits::NameLength)) {
        return refused(QStringLiteral("--%1 has 1 to %2 characters and no control characters")
                           .arg(option.names().first())
                           .arg(limits::NameLength));
    }
    return name;
}

Result<ReportRequest> readRequest(const CommandLine &line, const Options &options)
{
    const QCommandLineParser &parser = line.parser();
    const Result<ReportKind> kind = readKind(line.words());
    if (!kind)
        return kind.failure();
    const Result<TimeWindow> window = readWindow(parser, options);
    if (!window)
        return window.failure();
    const Result<std::string> machine = readName(parser, options.machine);
    if (!machine)
        return machine.failure();
    const Result<std::string> plantLine = readName(parser, options.line);
    if (!plantLine)
        return plantLine.failure();
    const Result<CsvPreset> preset = readPreset(parser.value(options.preset));
    if (!preset)
        return preset.failure();
    if (*kind == ReportKind::DefectLines && parser.isSet(options.machine))
        return refused(QStringLiteral("--machine does not go with lines; leave it out, or export health"));
    return ReportRequest{*kind, *window, MachineId(*machine), LineId(*plantLine), *preset};
}

} // namespace

QCommandLineOption presetOption()
{
    return {QStringLiteral("preset"),
            QStringLiteral("data: comma, decimal point, UTC. excel: byte order mark, the locale's "
                           "separator and decimal mark, local time. Default: data."),
            QStringLiteral("data|excel"), QStringLiteral("data")};
}

Result<CsvPreset> readPreset(const QString &text)
{
    if (text == QLatin1String("data"))
        return CsvPreset::Data;
    if (text == QLatin1String("excel"))
        return CsvPreset::Excel;
    return refused(QStringLiteral("there is no preset '%1'; give data or excel").arg(text));
}

Result<ExportOptions> readExportOptions(const QStringList &arguments, const QProcessEnvironment &environment)
{
    const Options options;
    CommandLine line(QStringLiteral("export"), QStringLiteral("Writes what is in the store into a CSV file."),
                     QStringLiteral("Read the events there, also while it is in use"));
    line.parser().addPositionalArgument(
        QStringLiteral("what"),
        QStringLiteral("events, health or lines. Lines without a window are those "
                       "of the registry, as machines are."),
        QStringLiteral("export events|health|lines"));
    line.parser().addOptions(
        {options.from, options.to, options.machine, options.line, options.preset, options.output});
    const Result<QString> help = line.parse(arguments);
    if (!help)
        return help.failure();
    if (!help->isEmpty())
        return ExportOptions{*help, {}, {}, {}, {}};

    const Result<ReportRequest> request = readRequest(line, options);
    if (!request)
        return request.failure();
    const QString output = line.parser().value(options.output);
    if (output.isEmpty())
        return refused(QStringLiteral("--output is missing: name a file, or - for standard output"));
    const Result<DatabaseUrl> database = line.database(environment);
    if (!database)
        return database.failure();
    const auto sources = line.sources(environment);
    if (!sources)
        return sources.failure();
    ExportOptions read{{}, *database, *request, output, {}};
    if (Result<void> done = readRules((*sources)->settings(), read.rules); !done)
        return done.failure();
    return read;
}

} // namespace linewatch
