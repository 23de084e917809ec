// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/loaderprocess.h"
#include "bench/machinetext.h"
#include "bench/progress.h"

#include <QCoreApplication>

#include <cstdio>

namespace linewatch::bench {

namespace {

constexpr Bench benches[] = {
    {"ingest-http", benchIngestHttp},
    {"ingest-batch", benchIngestBatch},
    {"ingest-ordered", benchIngestOrdered},
    {"stats", benchStats},
    {"ingest-mariadb", benchIngestMariaDb},
    {"top-lines", benchTopLines},
    {"stats-under-ingest", benchStatsUnderIngest},
};

int refuse(const Failure &failure)
{
    std::fprintf(stderr, "linewatch-bench: %s\n", qUtf8Printable(failure.message));
    return failure.kind == Failure::Kind::Refused ? 2 : 1;
}

void say(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    std::fflush(stdout);
}

int runBenches(const Settings &settings)
{
    Session session(settings);
    const QString runs = settings.runs == 1 ? QStringLiteral("One run")
                                            : QStringLiteral("Medians of %1 runs").arg(settings.runs);
    say(QStringLiteral("%1. %2.\n").arg(machineText(), runs));
    for (const Bench &bench : benches) {
        const QString name = QString::fromLatin1(bench.name);
        if (!settings.only.isEmpty() && !settings.only.contains(name))
            continue;
        tell(name);
        if (const Result<void> done = bench.run(session); !done)
            return refuse(done.failure());
        say(session.report.takeMarkdown());
    }
    return 0;
}

} // namespace

} // namespace linewatch::bench

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("load"))
        return linewatch::bench::loaderMain(arguments);
    QStringList names;
    for (const linewatch::bench::Bench &bench : linewatch::bench::benches)
        names += QString::fromLatin1(bench.name);
    const auto settings = linewatch::bench::readSettings(arguments, names);
    if (!settings)
        return linewatch::bench::refuse(settings.failure());
    if (!settings->help.isEmpty()) {
        std::fputs(qUtf8Printable(settings->help), stdout);
        return 0;
    }
    return linewatch::bench::runBenches(*settings);
}
