// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/program.h"

#include "bench/machinetext.h"
#include "bench/progress.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace linewatch::bench {

namespace {

void say(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    std::fflush(stdout);
}

Result<void> runBenches(const Settings &settings, std::span<const Bench> benches)
{
    Session session(settings);
    const QString runs = settings.runs == 1 ? QStringLiteral("One run")
                                            : QStringLiteral("Medians of %1 runs").arg(settings.runs);
    say(QStringLiteral("%1. %2.\n").arg(machineText(), runs));
    for (const Bench &bench : benches) {
        const QString name = QString::fromLatin1(bench.name);
        if (!settings.wants(name))
            continue;
        tell(name);
        if (Result<void> done = bench.run(session); !done)
            return done;
        say(session.report.takeMarkdown());
    }
    return {};
}

} // namespace

int refuse(const Failure &failure)
{
    std::fprintf(stderr, "%s: %s\n", qUtf8Printable(QCoreApplication::applicationName()),
                 qUtf8Printable(failure.message));
    return failure.kind == Failure::Kind::Refused ? 2 : 1;
}

int runProgram(const QStringList &arguments, std::span<const Bench> benches)
{
    const Result<Settings> settings = readSettings(arguments);
    if (!settings)
        return refuse(settings.failure());
    if (!settings->help.isEmpty()) {
        say(settings->help);
        return 0;
    }
    // All that was asked for may be the other program's.
    if (std::ranges::none_of(benches, [&settings](const Bench &bench) {
            return settings->wants(QString::fromLatin1(bench.name));
        }))
        return 0;
    const Result<void> done = runBenches(*settings, benches);
    return done ? 0 : refuse(done.failure());
}

} // namespace linewatch::bench
