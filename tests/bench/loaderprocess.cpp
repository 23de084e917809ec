// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/loaderprocess.h"

#include "bench/figures.h"
#include "bench/seedsway.h"
#include "bench/sqliteloader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

namespace linewatch::bench {

namespace {

// The words of the command line, in this order.
enum Word { Program, Load, Kind, Store, Events, Seed, Ids, StartUs, StepUs, CheckpointPages, Words };

QStringList wordsOf(const LoaderPlan &plan)
{
    return {QStringLiteral("load"),
            QString::number(static_cast<int>(plan.baseline)),
            plan.store,
            QString::number(plan.events),
            QString::number(plan.stream.seed),
            QString::number(static_cast<int>(plan.stream.ids)),
            QString::number(plan.stream.startUs),
            QString::number(plan.stream.stepUs),
            QString::number(plan.checkpointPages)};
}

LoaderPlan planOf(const QStringList &words)
{
    LoaderPlan plan;
    plan.baseline = static_cast<Baseline>(words[Kind].toInt());
    plan.store = words[Store];
    plan.events = words[Events].toLongLong();
    plan.stream.seed = words[Seed].toULongLong();
    plan.stream.ids = static_cast<IdKind>(words[Ids].toInt());
    plan.stream.startUs = words[StartUs].toLongLong();
    plan.stream.stepUs = words[StepUs].toLongLong();
    plan.checkpointPages = words[CheckpointPages].toInt();
    return plan;
}

using Commit = std::function<Result<void>(std::span<StreamEvent>)>;

/** Says after each transaction: the events until now, the seconds until now, its own seconds. */
Result<void> feed(const LoaderPlan &plan, std::int64_t commitEvents, const Commit &commit)
{
    using SteadyClock = std::chrono::steady_clock;
    using Seconds = std::chrono::duration<double>;
    Stream stream(plan.stream);
    std::vector<StreamEvent> events;
    const SteadyClock::time_point start = SteadyClock::now();
    for (std::int64_t done = 0; done < plan.events;) {
        events.resize(static_cast<std::size_t>(std::min(commitEvents, plan.events - done)));
        std::generate(events.begin(), events.end(), [&stream] { return stream.next(); });
        const SteadyClock::time_point begun = SteadyClock::now();
        if (Result<void> committed = commit(events); !committed)
            return committed;
        const SteadyClock::time_point end = SteadyClock::now();
        done += static_cast<std::int64_t>(events.size());
        std::printf("%lld %.9f %.9f\n", static_cast<long long>(done), Seconds(end - start).count(),
                    Seconds(end - begun).count());
        std::fflush(stdout);
    }
    return {};
}

Result<void> load(const LoaderPlan &plan)
{
    if (plan.baseline == Baseline::SeedsWay) {
        SeedsWay loader(plan.stream);
        if (Result<void> opened = loader.open(plan.store); !opened)
            return opened;
        return feed(plan, SeedsWay::CommitEvents,
                    [&loader](std::span<StreamEvent> events) { return loader.commit(events); });
    }
    SqliteLoader loader(plan.stream);
    if (Result<void> opened = loader.open(plan.store.toStdString(), plan.checkpointPages); !opened)
        return opened;
    return feed(plan, SqliteLoader::CommitEvents,
                [&loader](std::span<StreamEvent> events) { return loader.commit(events); });
}

} // namespace

Result<LoadResult> runLoader(const LoaderPlan &plan)
{
    Result<std::unique_ptr<ChildProcess>> child = ChildProcess::start(
        QCoreApplication::applicationFilePath(), wordsOf(plan), QFileInfo(plan.store).absolutePath());
    if (!child)
        return child.failure();
    LoadResult result;
    StepWatch watch(plan.events);
    std::vector<double> resident;
    std::int64_t peak = 0;
    while (result.events < plan.events) {
        const Result<std::string> line = (*child)->readLine();
        if (!line)
            return line.failure();
        const QStringList words = QString::fromStdString(*line).split(u' ');
        result.events = words.value(0).toLongLong();
        result.seconds = words.value(1).toDouble();
        result.batchSeconds.push_back(words.value(2).toDouble());
        watch.reached(result.events, result.seconds);
        resident.push_back(static_cast<double>((*child)->residentBytes()));
        peak = std::max(peak, (*child)->peakResidentBytes());
    }
    const Result<ProcessUsage> usage = (*child)->wait();
    if (!usage)
        return usage.failure();
    result.usage = *usage;
    result.usage.peakBytes = peak;
    result.runningBytes = static_cast<std::int64_t>(median(resident));
    result.stepSeconds = watch.lengths();
    return result;
}

int loaderMain(const QStringList &arguments)
{
    if (arguments.size() != Words)
        return 2;
    const Result<void> done = load(planOf(arguments));
    if (done)
        return 0;
    std::fprintf(stderr, "linewatch-bench: %s\n", qUtf8Printable(done.failure().message));
    return 1;
}

} // namespace linewatch::bench
