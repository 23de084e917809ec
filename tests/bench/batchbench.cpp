// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/figures.h"
#include "bench/loaderprocess.h"
#include "bench/measuredserver.h"
#include "bench/progress.h"

namespace linewatch::bench {

namespace {

constexpr std::int64_t stepUs = 5000;

struct Latencies {
    std::vector<double> ours;
    std::vector<double> seed;
};

/** One run of both; a batch after another, each waiting for the one before. */
Result<void> measure(const Settings &settings, Latencies &p50s, Latencies &p99s)
{
    const StreamPlan stream = planEndingNow(settings.seed, IdKind::Random, settings.seedEvents, stepUs);
    Settings alone = settings;
    alone.connections = 1;
    const Result<LoadResult> ours = postIntoFreshStore(alone, stream, settings.seedEvents);
    if (!ours)
        return ours.failure();
    const Result<LoadResult> seed =
        loadIntoFreshStore(settings, Baseline::SeedsWay, stream, settings.seedEvents);
    if (!seed)
        return seed.failure();
    p50s.ours.push_back(median(ours->batchSeconds));
    p99s.ours.push_back(percentile(ours->batchSeconds, 0.99));
    p50s.seed.push_back(median(seed->batchSeconds));
    p99s.seed.push_back(percentile(seed->batchSeconds, 0.99));
    tell(QStringLiteral("ours p50 %1 p99 %2, seed's way p50 %3 p99 %4")
             .arg(timeText(p50s.ours.back()), timeText(p99s.ours.back()), timeText(p50s.seed.back()),
                  timeText(p99s.seed.back())));
    return {};
}

void add(const QString &figure, const Latencies &latencies, Report &report)
{
    report.add({ratioText(medianRatio(latencies.seed, latencies.ours)),
                {},
                figure,
                timeText(median(latencies.ours)),
                timeText(median(latencies.seed))});
}

} // namespace

Result<void> benchIngestBatch(Session &session)
{
    const Settings &settings = session.settings;
    Latencies p50s;
    Latencies p99s;
    for (int run = 0; run < settings.runs; ++run) {
        if (Result<void> done = measure(settings, p50s, p99s); !done)
            return done;
    }
    session.report.beginTable(
        QStringLiteral("ingest-batch: %1 batches of %2 events, one after another, against the "
                       "seed's way")
            .arg(settings.seedEvents / settings.batch)
            .arg(settings.batch),
        {QStringLiteral("ours"), QStringLiteral("the seed's way")});
    add(QStringLiteral("one batch, durable, p50"), p50s, session.report);
    add(QStringLiteral("one batch, durable, p99"), p99s, session.report);
    session.report.note(
        QStringLiteral("Ours from sending the request to its answer, over HTTP; the seed's way from "
                       "BEGIN to the end of COMMIT, without HTTP or JSON."));
    return {};
}

} // namespace linewatch::bench
