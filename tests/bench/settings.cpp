// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <functional>
#include <limits>

namespace linewatch::bench {

namespace {

Failure refused(const QString &message)
{
    return {Failure::Kind::Refused, message};
}

/** The number of the option @p name, from @p least on. */
Result<std::int64_t> number(const QString &name, const QString &text, std::int64_t least)
{
    bool ok = false;
    const std::int64_t value = text.toLongLong(&ok);
    if (ok && value >= least && value <= std::numeric_limits<int>::max())
        return value;
    return refused(QStringLiteral("--%1 wants a number from %2 on, not '%3'").arg(name).arg(least).arg(text));
}

QList<QCommandLineOption> optionList(const Settings &defaults)
{
    const QString folder = QStringLiteral("folder");
    const QString count = QStringLiteral("N");
    return {
        {QStringLiteral("server"), QStringLiteral("The linewatchd to measure."), QStringLiteral("program"),
         defaults.server},
        {QStringLiteral("folder"), QStringLiteral("Where stores are made: on the disk to measure."), folder,
         defaults.folder},
        {QStringLiteral("only"), QStringLiteral("Run this bench alone; may be given several times."),
         QStringLiteral("bench")},
        {QStringLiteral("events"), QStringLiteral("Sizes of the stores, with commas between."), count,
         QStringLiteral("1000000,10000000")},
        {QStringLiteral("runs"), QStringLiteral("How often to measure; medians count."), count,
         QString::number(defaults.runs)},
        {QStringLiteral("connections"), QStringLiteral("Connections that post at once."), count,
         QString::number(defaults.connections)},
        {QStringLiteral("batch"), QStringLiteral("Events a batch."), count, QString::number(defaults.batch)},
        {QStringLiteral("seed-events"), QStringLiteral("Events that the seed's way takes in at most."), count,
         QString::number(defaults.seedEvents)},
        {QStringLiteral("checkpoint-pages"), QStringLiteral("wal_autocheckpoint of the loader in C."), count,
         QString::number(defaults.checkpointPages)},
        {QStringLiteral("questions"), QStringLiteral("Questions of each kind in a run, at most."), count,
         QString::number(defaults.questions)},
        {QStringLiteral("seconds"),
         QStringLiteral("How long the window is measured, without events and again with them."), count,
         QString::number(defaults.seconds)},
        {QStringLiteral("rate"), QStringLiteral("Events a second that come in meanwhile."), count,
         QString::number(defaults.rate)},
        {QStringLiteral("machines"), QStringLiteral("Machines that the window shows."), count,
         QString::number(defaults.machines)},
        {QStringLiteral("keep-store"),
         QStringLiteral("Keep filled stores here, and use those that are here."), folder},
        {QStringLiteral("seed"), QStringLiteral("Of the stream's random numbers."), count,
         QString::number(defaults.seed)},
    };
}

QStringList allBenches()
{
    return {QStringLiteral("ingest-http"),
            QStringLiteral("ingest-batch"),
            QStringLiteral("ingest-ordered"),
            QStringLiteral("ingest-mariadb"),
            QStringLiteral("stats"),
            QStringLiteral("top-lines"),
            QStringLiteral("stats-under-ingest"),
            QStringLiteral("retention"),
            QStringLiteral("ui"),
            QStringLiteral("pages"),
            QStringLiteral("scroll"),
            QStringLiteral("visits"),
            QStringLiteral("startup")};
}

Result<std::vector<std::int64_t>> sizes(const QString &text, std::int64_t batch)
{
    std::vector<std::int64_t> found;
    for (const QString &part : text.split(u',')) {
        const Result<std::int64_t> size = number(QStringLiteral("events"), part, batch);
        if (!size)
            return size.failure();
        found.push_back(*size);
    }
    return found;
}

Result<Settings> settingsFrom(const QCommandLineParser &parser, Settings settings)
{
    const std::pair<QString, std::function<void(std::int64_t)>> numbers[] = {
        {QStringLiteral("runs"), [&](std::int64_t value) { settings.runs = static_cast<int>(value); }},
        {QStringLiteral("connections"),
         [&](std::int64_t value) { settings.connections = static_cast<int>(value); }},
        {QStringLiteral("batch"), [&](std::int64_t value) { settings.batch = value; }},
        {QStringLiteral("seed-events"), [&](std::int64_t value) { settings.seedEvents = value; }},
        {QStringLiteral("checkpoint-pages"),
         [&](std::int64_t value) { settings.checkpointPages = static_cast<int>(value); }},
        {QStringLiteral("questions"),
         [&](std::int64_t value) { settings.questions = static_cast<int>(value); }},
        {QStringLiteral("seconds"), [&](std::int64_t value) { settings.seconds = static_cast<int>(value); }},
        {QStringLiteral("rate"), [&](std::int64_t value) { settings.rate = value; }},
        {QStringLiteral("machines"),
         [&](std::int64_t value) { settings.machines = static_cast<std::uint32_t>(value); }},
        {QStringLiteral("seed"),
         [&](std::int64_t value) { settings.seed = static_cast<std::uint64_t>(value); }},
    };
    for (const auto &[name, take] : numbers) {
        const Result<std::int64_t> value = number(name, parser.value(name), 1);
        if (!value)
            return value.failure();
        take(*value);
    }
    const Result<std::vector<std::int64_t>> events =
        sizes(parser.value(QStringLiteral("events")), settings.batch);
    if (!events)
        return events.failure();
    settings.events = *events;
    settings.server = parser.value(QStringLiteral("server"));
    settings.folder = QDir(parser.value(QStringLiteral("folder"))).absolutePath();
    settings.only = parser.values(QStringLiteral("only"));
    settings.keptStores = parser.value(QStringLiteral("keep-store"));
    return settings;
}

} // namespace

Result<Settings> readSettings(const QStringList &arguments)
{
    const QStringList benches = allBenches();
    Settings settings;
    settings.server = QCoreApplication::applicationDirPath() + QStringLiteral("/linewatchd");
    settings.folder = QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../stores"));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral(
            "Measures Linewatch against baselines that run beside it, and prints a table.\nBenches: ")
        + benches.join(QStringLiteral(", ")));
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions(optionList(settings));
    if (!parser.parse(arguments))
        return refused(parser.errorText());
    if (parser.isSet(help)) {
        settings.help = parser.helpText();
        return settings;
    }
    for (const QString &name : parser.values(QStringLiteral("only"))) {
        if (!benches.contains(name))
            return refused(QStringLiteral("There is no bench '%1'").arg(name));
    }
    return settingsFrom(parser, settings);
}

} // namespace linewatch::bench
