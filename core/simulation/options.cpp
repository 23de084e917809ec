// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRandomGenerator>

#include <cmath>

namespace linewatch::simulation {

namespace {

const char *const description =
    "A factory to test Linewatch with: posts events with duplicates, corrections, reordering, clock skew "
    "and\n"
    "invalid events among them, knows what the server must hold, and with --verify checks it.\n\n"
    "Every machine, line and factory of a run is named after its seed (S42-M-001), so runs with different\n"
    "seeds share a store that holds other data without mixing. The same seed posts the same events again:\n"
    "verify it against a store that has not seen it yet.\n\n"
    "Exit code: 0 all well, 1 the server differs from what it must hold, 2 bad options or no server.";

QCommandLineOption valued(const char *name, const char *text, const char *value, const QString &standard = {})
{
    const QString note = standard.isEmpty() ? QString() : QStringLiteral(" Default: %1.").arg(standard);
    return {QString::fromLatin1(name), QString::fromLatin1(text) + note, QString::fromLatin1(value),
            standard};
}

void addOptions(QCommandLineParser &parser)
{
    const Options standard;
    const NoiseSettings &noise = standard.noise;
    parser.setApplicationDescription(QString::fromLatin1(description));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        valued(
            "url",
            "Server to post to; repeat for several, which share the connections and stand in for each other.",
            "URL", QStringLiteral("http://127.0.0.1:8080")),
        valued("machines", "Machines in the factory.", "N", QString::number(standard.machines)),
        valued("lines", "Lines in the factory.", "N", QString::number(standard.lines)),
        valued("rate",
               "Events a second in real time, all connections together. Without it, as fast as they are "
               "taken, with times that end now.",
               "EVENTS_PER_SECOND"),
        valued("duration", "How long to post.", "SECONDS"),
        valued("events", "How many events to post (10000 where no duration is given).", "N"),
        valued("connections", "Connections, each with one request at a time.", "N",
               QString::number(standard.connections)),
        valued("batch", "Events in one request.", "N", QString::number(standard.batch)),
        valued("duplicates", "Events posted before.", "PCT", QString::number(noise.duplicates)),
        valued("reorder", "Events out of order.", "PCT", QString::number(noise.reordered)),
        valued("corrections", "Events that correct an earlier one.", "PCT",
               QString::number(noise.corrections)),
        valued("skew", "Events of clocks that are hours behind or minutes ahead.", "PCT",
               QString::number(noise.skewed)),
        valued("invalid", "Events that break a rule.", "PCT", QString::number(noise.invalid)),
        valued("seed", "Makes a run repeatable; drawn by lot where it is not given.", "N"),
        {QStringLiteral("verify"),
         QStringLiteral("Check every outcome, then read everything back and compare.")},
    });
}

/** Reads values and keeps the first complaint. */
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser) : m_parser(parser) { }

    double number(const char *name, double lowest, double highest, double standard)
    {
        if (!isGiven(name))
            return standard;
        bool isNumber = false;
        const double value = text(name).toDouble(&isNumber);
        if (!isNumber || !(value >= lowest && value <= highest))
            complain(name, QStringLiteral("a number from %1 to %2").arg(lowest).arg(highest, 0, 'g', 12));
        return value;
    }

    std::uint64_t whole(const char *name, std::uint64_t lowest, std::uint64_t highest, std::uint64_t standard)
    {
        if (!isGiven(name))
            return standard;
        bool isNumber = false;
        const std::uint64_t value = text(name).toULongLong(&isNumber);
        if (!isNumber || value < lowest || value > highest)
            complain(name, QStringLiteral("a whole number from %1 to %2").arg(lowest).arg(highest));
        return value;
    }

    int integer(const char *name, int highest, int standard)
    {
        return static_cast<int>(
            whole(name, 1, static_cast<std::uint64_t>(highest), static_cast<std::uint64_t>(standard)));
    }

    std::vector<QUrl> urls()
    {
        std::vector<QUrl> urls;
        for (const QString &given : m_parser.values(QStringLiteral("url"))) {
            const QUrl url(given, QUrl::StrictMode);
            const bool hasMore = !url.path(QUrl::FullyEncoded).isEmpty() && url.path() != QStringLiteral("/");
            if (!url.isValid() || url.scheme() != QStringLiteral("http") || url.host().isEmpty() || hasMore)
                refuse(QStringLiteral("--url %1: expected http://HOST:PORT").arg(given));
            urls.push_back(url);
        }
        return urls;
    }

    bool isGiven(const char *name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    void refuse(const QString &why)
    {
        if (m_complaint.isEmpty())
            m_complaint = why;
    }
    const QString &complaint() const { return m_complaint; }

private:
    QString text(const char *name) const { return m_parser.value(QString::fromLatin1(name)); }
    void complain(const char *name, const QString &expected)
    {
        refuse(QStringLiteral("--%1 %2: expected %3").arg(QString::fromLatin1(name), text(name), expected));
    }

    const QCommandLineParser &m_parser;
    QString m_complaint;
};

Options readOptions(Reader &reader)
{
    constexpr std::uint64_t mostEvents = 1'000'000'000;
    constexpr double mostSeconds = 30.0 * 86'400.0;
    Options options;
    options.endpoints = reader.urls();
    options.machines = reader.integer("machines", 100'000, options.machines);
    options.lines = reader.integer("lines", 10'000, options.lines);
    options.rate = reader.number("rate", 0.01, 10'000'000.0, 0);
    options.duration = reader.number("duration", 0.1, mostSeconds, 0);
    options.connections = reader.integer("connections", 5'000, options.connections);
    options.batch = reader.integer("batch", 50'000, options.batch);
    options.noise.duplicates = reader.number("duplicates", 0, 100, options.noise.duplicates);
    options.noise.reordered = reader.number("reorder", 0, 100, options.noise.reordered);
    options.noise.corrections = reader.number("corrections", 0, 100, options.noise.corrections);
    options.noise.skewed = reader.number("skew", 0, 100, options.noise.skewed);
    options.noise.invalid = reader.number("invalid", 0, 100, options.noise.invalid);
    options.seed = reader.whole("seed", 0, UINT64_MAX, QRandomGenerator::system()->bounded(1, 1'000'000));
    options.verify = reader.isGiven("verify");

    const bool endsByTime = reader.isGiven("duration");
    if (endsByTime && reader.isGiven("events"))
        reader.refuse(QStringLiteral("--duration and --events: give one of them"));
    const std::uint64_t standard =
        !endsByTime ? options.events : static_cast<std::uint64_t>(std::ceil(options.rate * options.duration));
    options.events = reader.whole("events", 1, mostEvents, standard);
    if (options.noise.sum() > 100.0)
        reader.refuse(QStringLiteral("the percentages add up to more than 100"));
    return options;
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    using enum CommandLine::Request;
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return {Refuse, parser.errorText(), {}};
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all")))
        return {ShowText, parser.helpText(), {}};
    if (parser.isSet(QStringLiteral("version")))
        return {ShowText,
                QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n',
                {}};
    if (!parser.positionalArguments().isEmpty())
        return {
            Refuse, QStringLiteral("unexpected argument '%1'").arg(parser.positionalArguments().first()), {}};
    Reader reader(parser);
    Options options = readOptions(reader);
    if (!reader.complaint().isEmpty())
        return {Refuse, reader.complaint(), {}};
    return {Run, {}, std::move(options)};
}

} // namespace linewatch::simulation
