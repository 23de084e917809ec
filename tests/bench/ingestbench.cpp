// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/figures.h"
#include "bench/measuredserver.h"
#include "bench/progress.h"

#include <algorithm>
#include <functional>

namespace linewatch::bench {

namespace {

constexpr std::int64_t stepUs = 5000;              // 200 events a second
constexpr std::int64_t leastForTenths = 1'000'000; // below, a tenth is a handful of commits
constexpr std::int64_t growthEvents = 10'000'000;  // from here on the targets of growth hold

/** The same stream taken in by ours and by the baselines, several times, in turn. */
struct Runs {
    std::int64_t events = 0;
    std::vector<LoadResult> ours;
    std::vector<LoadResult> loader;
    std::vector<LoadResult> seed; ///< fewer events; none where it is not asked for
};

using Measure = std::function<double(const LoadResult &)>;

std::vector<double> valuesOf(const std::vector<LoadResult> &results, const Measure &measure)
{
    std::vector<double> values;
    for (const LoadResult &result : results)
        values.push_back(measure(result));
    return values;
}

double medianOf(const std::vector<LoadResult> &results, const Measure &measure)
{
    return median(valuesOf(results, measure));
}

double ratioOf(const std::vector<LoadResult> &over, const std::vector<LoadResult> &under,
               const Measure &measure)
{
    return medianRatio(valuesOf(over, measure), valuesOf(under, measure));
}

double rate(const LoadResult &load)
{
    return load.eventsASecond();
}

double firstTenthRate(const LoadResult &load)
{
    return static_cast<double>(load.events) / StepWatch::Steps / load.stepSeconds.front();
}

double lastTenthRate(const LoadResult &load)
{
    return static_cast<double>(load.events) / StepWatch::Steps / load.stepSeconds.back();
}

QString tenthRates(const std::vector<LoadResult> &results)
{
    QStringList texts;
    for (std::size_t step = 0; step < StepWatch::Steps; ++step) {
        texts += countText(medianOf(results, [step](const LoadResult &load) {
            return static_cast<double>(load.events) / StepWatch::Steps / load.stepSeconds[step];
        }));
    }
    return texts.join(QStringLiteral(" · "));
}

double growth(const LoadResult &load)
{
    return load.stepSeconds.front() / load.stepSeconds.back();
}

Result<void> measure(const Settings &settings, IdKind ids, Runs &runs)
{
    const StreamPlan stream = planEndingNow(settings.seed, ids, runs.events, stepUs);
    const Result<LoadResult> loader = loadIntoFreshStore(settings, Baseline::LoaderInC, stream, runs.events);
    if (!loader)
        return loader.failure();
    runs.loader.push_back(*loader);
    const Result<LoadResult> ours = postIntoFreshStore(settings, stream, runs.events);
    if (!ours)
        return ours.failure();
    runs.ours.push_back(*ours);
    if (ids == IdKind::Random) {
        const std::int64_t some = std::min(runs.events, settings.seedEvents);
        const Result<LoadResult> seed = loadIntoFreshStore(settings, Baseline::SeedsWay, stream, some);
        if (!seed)
            return seed.failure();
        runs.seed.push_back(*seed);
    }
    tell(QStringLiteral("%1 events: ours %2, loader in C %3")
             .arg(countText(static_cast<double>(runs.events)), rateText(rate(*ours)),
                  rateText(rate(*loader))));
    return {};
}

void addRate(const Runs &runs, IdKind ids, Report &report)
{
    const bool target = ids == IdKind::Random && runs.events < growthEvents;
    report.add({ratioText(ratioOf(runs.ours, runs.loader, rate)),
                target ? QStringLiteral("≥ 0.6") : QString(), QStringLiteral("events a second"),
                rateText(medianOf(runs.ours, rate)), rateText(medianOf(runs.loader, rate))});
}

/** The target of how much of its rate is left over the last tenth. */
QString growthTarget(IdKind ids)
{
    return ids == IdKind::Random ? QStringLiteral("≥ 0.6") : QStringLiteral("≥ 0.9");
}

/** How the rates fall as the store grows. */
void addTenths(const Runs &runs, IdKind ids, Report &report)
{
    if (runs.events < leastForTenths)
        return;
    const bool grown = runs.events >= growthEvents;
    const bool target = grown && ids == IdKind::Random;
    report.add({ratioText(ratioOf(runs.ours, runs.loader, lastTenthRate)),
                target ? QStringLiteral("≥ 1.0") : QString(), QStringLiteral("… over the last tenth"),
                rateText(medianOf(runs.ours, lastTenthRate)),
                rateText(medianOf(runs.loader, lastTenthRate))});
    report.add({ratioText(ratioOf(runs.ours, runs.loader, firstTenthRate)), QString(),
                QStringLiteral("… over the first tenth"), rateText(medianOf(runs.ours, firstTenthRate)),
                rateText(medianOf(runs.loader, firstTenthRate))});
    report.add({QString(), grown ? growthTarget(ids) : QString(), QStringLiteral("last tenth / first tenth"),
                ratioText(medianOf(runs.ours, growth)), ratioText(medianOf(runs.loader, growth))});
    report.note(QStringLiteral("Events a second in each tenth: ours %1; the loader in C %2.")
                    .arg(tenthRates(runs.ours), tenthRates(runs.loader)));
}

double cpuAnEvent(const LoadResult &load)
{
    return load.usage.cpuSeconds / static_cast<double>(load.events);
}

double writtenAnEvent(const LoadResult &load)
{
    return static_cast<double>(load.usage.writtenBytes) / static_cast<double>(load.events);
}

void addCosts(const Runs &runs, Report &report)
{
    const auto add = [&](const QString &figure, const QString &target, const Measure &measure,
                         QString (*text)(double)) {
        report.add(
            {{}, target, figure, text(medianOf(runs.ours, measure)), text(medianOf(runs.loader, measure))});
    };
    const QString memory = QStringLiteral("< 300 MB");
    add(QStringLiteral("CPU an event"), {}, cpuAnEvent, timeText);
    add(
        QStringLiteral("CPU in all"), {}, [](const LoadResult &load) { return load.usage.cpuSeconds; },
        timeText);
    add(QStringLiteral("written to disk an event"), {}, writtenAnEvent, bytesText);
    add(
        QStringLiteral("memory, running"), memory,
        [](const LoadResult &load) { return static_cast<double>(load.runningBytes); }, bytesText);
    add(
        QStringLiteral("memory, at its peak"), memory,
        [](const LoadResult &load) { return static_cast<double>(load.usage.peakBytes); }, bytesText);

    const auto generator = [](const LoadResult &load) {
        return load.generatorCpuSeconds / static_cast<double>(load.events);
    };
    const auto p50 = [](const LoadResult &load) { return median(load.batchSeconds); };
    const auto p99 = [](const LoadResult &load) { return percentile(load.batchSeconds, 0.99); };
    report.note(
        QStringLiteral("The generator took %1 of CPU an event. A batch was answered after %2 in the median, "
                       "%3 at the 99th percentile.")
            .arg(timeText(medianOf(runs.ours, generator)), timeText(medianOf(runs.ours, p50)),
                 timeText(medianOf(runs.ours, p99))));
}

void addSeed(const Runs &runs, Report &report)
{
    if (runs.seed.empty())
        return;
    report.add({ratioText(ratioOf(runs.ours, runs.seed, rate)), QStringLiteral("≥ 2.5"),
                QStringLiteral("events a second, against the seed's way"),
                rateText(medianOf(runs.ours, rate)), rateText(medianOf(runs.seed, rate))});
    report.note(
        QStringLiteral("The seed's way took in the first %1 events alone, into an empty store; that is its "
                       "rate at its best. It used %2 of CPU an event.")
            .arg(countText(static_cast<double>(runs.seed.front().events)),
                 timeText(medianOf(runs.seed, cpuAnEvent))));
}

Result<void> benchIngest(Session &session, const QString &name, IdKind ids)
{
    for (const std::int64_t events : session.settings.events) {
        Runs runs;
        runs.events = events;
        for (int run = 0; run < session.settings.runs; ++run) {
            if (Result<void> done = measure(session.settings, ids, runs); !done)
                return done;
        }
        session.report.beginTable(QStringLiteral("%1, %2 events, against the loader in C")
                                      .arg(name, countText(static_cast<double>(events))));
        addRate(runs, ids, session.report);
        addSeed(runs, session.report);
        addTenths(runs, ids, session.report);
        addCosts(runs, session.report);
    }
    return {};
}

} // namespace

Result<void> benchIngestHttp(Session &session)
{
    return benchIngest(session, QStringLiteral("ingest-http"), IdKind::Random);
}

Result<void> benchIngestOrdered(Session &session)
{
    return benchIngest(session, QStringLiteral("ingest-ordered"), IdKind::Ordered);
}

} // namespace linewatch::bench
