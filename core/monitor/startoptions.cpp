// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/startoptions.h"

#include "monitor/commands.h"
#include "monitor/limitsettings.h"
#include "monitor/listenaddress.h"
#include "monitor/optionsources.h"
#include "monitor/spoolsettings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <optional>

namespace linewatch {

namespace {

struct Options {
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               QStringLiteral("Show the version.")};
    QCommandLineOption listen{
        QStringLiteral("listen"),
        QStringLiteral("Serve on this address; port 0 picks a free one. Default: 127.0.0.1:8080."),
        QStringLiteral("address:port")};
    QCommandLineOption database = databaseOption(QStringLiteral("Keep events there"));
    QCommandLineOption config = configOption();
    QCommandLineOption demo{
        QStringLiteral("demo"),
        QStringLiteral("Show a living demo plant in a temporary store; real data stays untouched.")};
    QCommandLineOption viewer{
        QStringLiteral("viewer"),
        QStringLiteral("Take nothing in; show the live dashboards of what others write to the store.")};
};

Result<void> readViewer(const QCommandLineParser &parser, const Options &options, Program program,
                        MonitorSettings &settings)
{
    if (!parser.isSet(options.viewer))
        return {};
    if (program == Program::Server) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure",
                                       "--viewer shows a window, which linewatchd does not have; start "
                                       "linewatch with it")));
    }
    if (parser.isSet(options.demo) || parser.isSet(options.listen)) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure",
                                       "a viewer takes no events; leave out --listen and --demo, or "
                                       "--viewer")));
    }
    settings.viewer = true;
    return {};
}

/** What stands alone on the command line: for the desktop a link, else nothing. */
Result<QUrl> readLink(const QStringList &words, Program program)
{
    if (words.isEmpty())
        return QUrl();
    const bool isLink = words.first().startsWith(QLatin1String("linewatch:"));
    if (program == Program::Server || !isLink) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "there is no command '%1'. See --help."), words.first()));
    }
    if (words.size() > 1)
        return refused(Sentence(
            QT_TRANSLATE_NOOP("Failure", "one link can be opened at a time, not '%1' too"), words.at(1)));
    QUrl link(words.first(), QUrl::StrictMode);
    if (!link.isValid())
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "'%1' is no link"), words.first()));
    return link;
}

constexpr QLatin1String listenVariable("LINEWATCH_LISTEN");

/** Where the settings are, and what stands above them. */
SettingsPlace placeOf(const OptionSources &sources, const Options &options, const QCommandLineParser &parser)
{
    SettingsPlace place;
    place.readFrom = sources.file();
    place.writeTo = parser.isSet(options.config) ? sources.file() : userSettingsFile();
    const auto add = [&](const char *key, const QString &by, const std::optional<QString> &value) {
        if (!by.isEmpty())
            place.overrides.insert(QLatin1String(key), {value.value_or(QString()), by});
    };
    const QString databaseVariable = QStringLiteral("LINEWATCH_DATABASE");
    add("server/listen", sources.setBy(options.listen, listenVariable),
        sources.value(options.listen, listenVariable, {}));
    add("store/database", sources.setBy(options.database, databaseVariable),
        sources.value(options.database, databaseVariable, {}));
    const QString password = QStringLiteral("LINEWATCH_DB_PASSWORD");
    if (const std::optional<QString> given = sources.secret(password, {}))
        add("store/password", password, given);
    return place;
}

Result<StartOptions> readServeOptions(const QCommandLineParser &parser, const Options &options,
                                      const QProcessEnvironment &environment, Program program)
{
    StartOptions start;
    if (Result<void> done = readViewer(parser, options, program, start.monitor); !done)
        return done.failure();
    const auto sources = OptionSources::open(parser, environment, options.config);
    if (!sources)
        return sources.failure();

    start.demo = parser.isSet(options.demo);
    const QString seedName = QStringLiteral("LINEWATCH_DEMO_SEED");
    if (environment.contains(seedName)) {
        bool isNumber = false;
        start.demoSeed = environment.value(seedName).toULongLong(&isNumber);
        if (!isNumber)
            return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "%1 is not a whole number"), seedName));
    }
    start.warnings = (*sources)->warnings();
    start.settings = placeOf(**sources, options, parser);
    const std::optional<QString> listen =
        (*sources)->value(options.listen, listenVariable, QStringLiteral("server/listen"));
    if (listen) {
        const Result<ListenAddress> address = ListenAddress::parse(*listen);
        if (!address)
            return address.failure();
        start.monitor.address = address->address;
        start.monitor.port = address->port;
    }
    if (Result<void> done = readLimits((*sources)->settings(), start.monitor); !done)
        return done.failure();
    if (Result<void> done = readRules((*sources)->settings(), start.monitor.rules); !done)
        return done.failure();
    const Result<Retention> retention = readRetention((*sources)->settings());
    if (!retention)
        return retention.failure();
    if (start.demo) {
        if (parser.isSet(options.database))
            return refused(Sentence(
                QT_TRANSLATE_NOOP("Failure", "--demo has a store of its own; leave out --database")));
        return start;
    }
    const Result<DatabaseUrl> database = readDatabase(**sources, options.database);
    if (!database)
        return database.failure();
    start.monitor.database = *database;
    if (Result<void> done = readSpool((*sources)->settings(), start.monitor.spool); !done)
        return done.failure();
    start.monitor.retention = *retention;
    return start;
}

} // namespace

Result<StartOptions> readStartOptions(const QStringList &arguments, const QProcessEnvironment &environment,
                                      Program program)
{
    Options options;
    if (program == Program::Server) // known, to be refused in words
        options.viewer.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Linewatch takes in machine events and shows how machines do.\n") + commandsText());
    if (program == Program::Desktop)
        parser.addPositionalArgument(QStringLiteral("link"),
                                     QStringLiteral("Go to where this link leads: linewatch://..."),
                                     QStringLiteral("[link]"));
    parser.addOptions({options.help, options.version, options.listen, options.database, options.config,
                       options.demo, options.viewer});
    if (!parser.parse(arguments))
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "%1 See --help."), parser.errorText()));
    StartOptions start;
    if (parser.isSet(options.help)) {
        start.action = StartOptions::Action::ShowHelp;
        start.text = parser.helpText();
        return start;
    }
    if (parser.isSet(options.version)) {
        start.action = StartOptions::Action::ShowVersion;
        start.text = QStringLiteral("%1 %2\n").arg(QCoreApplication::applicationName(),
                                                   QStringLiteral(LINEWATCH_VERSION));
        return start;
    }
    const Result<QUrl> link = readLink(parser.positionalArguments(), program);
    if (!link)
        return link.failure();
    Result<StartOptions> read = readServeOptions(parser, options, environment, program);
    if (!read)
        return read;
    read->link = *link;
    read->namesStore =
        parser.isSet(options.database) || parser.isSet(options.config) || read->demo || read->monitor.viewer;
    return read;
}

} // namespace linewatch
