// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/figures.h"
#include "bench/loaderprocess.h"
#include "bench/measuredserver.h"
#include "bench/storefolder.h"
#include "bench/storesums.h"

#include <functional>

namespace linewatch::bench {

namespace {

constexpr std::int64_t stepUs = 5000;             // 200 events a second
constexpr std::int64_t growthEvents = 10'000'000; // from here on the targets of growth hold

/** The same stream taken in by ours and by the baseline, several times, in turn. */
struct Pairs {
    std::int64_t events = 0;
    std::vector<LoadResult> ours;
    std::vector<LoadResult> loader;
};

using Measure = std::function<double(const LoadResult &)>;

double medianOf(const std::vector<LoadResult> &results, const Measure &measure)
{
    std::vector<double> values;
    for (const LoadResult &result : results)
        values.push_back(measure(result));
    return median(values);
}

/** The median of the runs' ratios: both of a run had the same machine. */
double ratioOf(const Pairs &pairs, const Measure &measure)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < pairs.ours.size(); ++i)
        ratios.push_back(measure(pairs.ours[i]) / measure(pairs.loader[i]));
    return median(ratios);
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

double growth(const LoadResult &load)
{
    return load.stepSeconds.front() / load.stepSeconds.back();
}

Result<Pairs> measurePairs(const Settings &settings, IdKind ids, std::int64_t events)
{
    Pairs pairs;
    pairs.events = events;
    for (int run = 1; run <= settings.runs; ++run) {
        const StreamPlan stream = planEndingNow(settings.seed, ids, events, stepUs);
        {
            const Result<StoreFolder> folder = StoreFolder::make(settings.folder);
            if (!folder)
                return folder.failure();
            LoaderPlan plan{QStringLiteral("sqlite"), stream, events, folder->file(),
                            settings.checkpointPages};
            const Result<LoadResult> load = runLoader(plan);
            if (!load)
                return load.failure();
            if (Result<void> checked = checkStore(folder->file(), stream, events); !checked)
                return checked.failure();
            pairs.loader.push_back(*load);
        }
        const Result<StoreFolder> folder = StoreFolder::make(settings.folder);
        if (!folder)
            return folder.failure();
        const Result<LoadResult> load = postIntoNewServer(settings, stream, events, folder->file());
        if (!load)
            return load.failure();
        pairs.ours.push_back(*load);
        tell(QStringLiteral("run %1 of %2, %3 events: ours %4, loader in C %5")
                 .arg(run)
                 .arg(settings.runs)
                 .arg(countText(static_cast<double>(events)), rateText(rate(*load)),
                      rateText(rate(pairs.loader.back()))));
    }
    return pairs;
}

void addRates(const Pairs &pairs, IdKind ids, Report &report)
{
    const bool grown = pairs.events >= growthEvents;
    const bool random = ids == IdKind::Random;
    report.add({ratioText(ratioOf(pairs, rate)), random && !grown ? QStringLiteral("≥ 0.6") : QString(),
                QStringLiteral("events a second"), rateText(medianOf(pairs.ours, rate)),
                rateText(medianOf(pairs.loader, rate))});
    report.add({ratioText(ratioOf(pairs, lastTenthRate)),
                random && grown ? QStringLiteral("≥ 1.0") : QString(),
                QStringLiteral("… over the last tenth"), rateText(medianOf(pairs.ours, lastTenthRate)),
                rateText(medianOf(pairs.loader, lastTenthRate))});
    report.add({{},
                {},
                QStringLiteral("… over the first tenth"),
                rateText(medianOf(pairs.ours, firstTenthRate)),
                rateText(medianOf(pairs.loader, firstTenthRate))});
    report.add({{},
                !grown       ? QString()
                    : random ? QStringLiteral("≥ 0.6")
                             : QStringLiteral("≥ 0.9"),
                QStringLiteral("last tenth / first tenth"),
                ratioText(medianOf(pairs.ours, growth)),
                ratioText(medianOf(pairs.loader, growth))});
}

void addCosts(const Pairs &pairs, Report &report)
{
    const auto add = [&](const QString &figure, const QString &target, const Measure &measure,
                         QString (*text)(double)) {
        report.add(
            {{}, target, figure, text(medianOf(pairs.ours, measure)), text(medianOf(pairs.loader, measure))});
    };
    add(
        QStringLiteral("CPU an event"), {},
        [](const LoadResult &load) { return load.usage.cpuSeconds / static_cast<double>(load.events); },
        timeText);
    add(
        QStringLiteral("CPU in all"), {}, [](const LoadResult &load) { return load.usage.cpuSeconds; },
        timeText);
    add(
        QStringLiteral("written to disk an event"), {},
        [](const LoadResult &load) {
            return static_cast<double>(load.usage.writtenBytes) / static_cast<double>(load.events);
        },
        bytesText);
    add(
        QStringLiteral("memory, running"), QStringLiteral("< 300 MB"),
        [](const LoadResult &load) { return static_cast<double>(load.runningBytes); }, bytesText);
    add(
        QStringLiteral("memory, at its peak"), QStringLiteral("< 300 MB"),
        [](const LoadResult &load) { return static_cast<double>(load.usage.peakBytes); }, bytesText);
    report.note(
        QStringLiteral("The generator took %1 of CPU an event. A batch was answered after %2 in the median, "
                       "%3 at the 99th percentile.")
            .arg(timeText(medianOf(pairs.ours,
                                   [](const LoadResult &load) {
                                       return load.generatorCpuSeconds / static_cast<double>(load.events);
                                   })),
                 timeText(
                     medianOf(pairs.ours, [](const LoadResult &load) { return median(load.batchSeconds); })),
                 timeText(medianOf(pairs.ours, [](const LoadResult &load) {
                     return percentile(load.batchSeconds, 0.99);
                 }))));
}

/** The rates of each tenth, to see how they fall. */
void addSteps(const Pairs &pairs, Report &report)
{
    const auto rates = [](const std::vector<LoadResult> &results) {
        QStringList texts;
        for (std::size_t step = 0; step < StepWatch::Steps; ++step) {
            texts += countText(medianOf(results, [step](const LoadResult &load) {
                return static_cast<double>(load.events) / StepWatch::Steps / load.stepSeconds[step];
            }));
        }
        return texts.join(QStringLiteral(" · "));
    };
    report.note(QStringLiteral("Events a second in each tenth: ours %1; the loader in C %2.")
                    .arg(rates(pairs.ours), rates(pairs.loader)));
}

Result<void> benchIngest(const Settings &settings, const QString &name, IdKind ids, Report &report)
{
    for (const std::int64_t events : settings.events) {
        const Result<Pairs> pairs = measurePairs(settings, ids, events);
        if (!pairs)
            return pairs.failure();
        report.beginBench(QStringLiteral("%1, %2 events, against the loader in C")
                              .arg(name, countText(static_cast<double>(events))));
        addRates(*pairs, ids, report);
        addCosts(*pairs, report);
        addSteps(*pairs, report);
    }
    return {};
}

} // namespace

Result<void> benchIngestHttp(const Settings &settings, Report &report)
{
    return benchIngest(settings, QStringLiteral("ingest-http"), IdKind::Random, report);
}

Result<void> benchIngestOrdered(const Settings &settings, Report &report)
{
    return benchIngest(settings, QStringLiteral("ingest-ordered"), IdKind::Ordered, report);
}

} // namespace linewatch::bench
