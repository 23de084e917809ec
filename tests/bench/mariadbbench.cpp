// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/figures.h"
#include "bench/postingload.h"
#include "bench/progress.h"
#include "bench/rowbyrow.h"
#include "bench/server.h"
#include "support/mariadbserver.h"

#include <QTemporaryDir>

#include <algorithm>

namespace linewatch::bench {

namespace {

constexpr std::int64_t stepUs = 5000;
constexpr std::int64_t mostEvents = 200'000; // ours; its rate is known by then
constexpr std::int64_t baselineShare = 10;   // a tenth of them is enough of the baseline
constexpr std::int64_t batchEvents = 1000;   // that commits like ours

/** One run of ours and of the baselines, on one server. */
struct Run {
    double ours = 0;        ///< events a second
    double serverCores = 0; ///< that MariaDB kept busy meanwhile
    double nodeCores = 0;   ///< and linewatchd
    double commitEach = 0;
    double commitBatches = 0;
};

Failure failed(const QString &what)
{
    return {Failure::Kind::Internal, what};
}

/** Ours over HTTP, checked for what is in the database afterwards. */
Result<void> measureOurs(const Settings &settings, test::MariaDbServer &database, std::int64_t events,
                         Run &run)
{
    database.run(QStringLiteral("CREATE DATABASE ours"));
    Result<Server> server =
        startServerOn(settings.server, database.url(QStringLiteral("ours")), settings.folder);
    if (!server)
        return server.failure();
    PostingPlan plan;
    plan.stream = planEndingNow(settings.seed, IdKind::Random, events, stepUs);
    plan.events = events;
    plan.batch = settings.batch;
    plan.connections = settings.connections;
    const double before = database.cpuSeconds();
    const Result<LoadResult> load = postStream(server->port, plan, [] {});
    if (!load)
        return load.failure();
    run.ours = load->eventsASecond();
    run.serverCores = (database.cpuSeconds() - before) / load->seconds;
    const Result<ProcessUsage> usage = server->stop();
    if (!usage)
        return usage.failure();
    run.nodeCores = usage->cpuSeconds / load->seconds;
    const QByteArray counts = database.run(
        QStringLiteral("SELECT (SELECT count(*) FROM event), (SELECT sum(events) FROM rollup_bucket"
                       " WHERE bucket_width = 60)"),
        QStringLiteral("ours"));
    const QByteArray expected = QByteArray::number(qlonglong{events});
    if (counts.trimmed() != expected + '\t' + expected)
        return failed(QStringLiteral("the database holds %1 instead of %2 events")
                          .arg(QString::fromUtf8(counts.trimmed()))
                          .arg(events));
    return {};
}

Result<void> measureBaseline(const Settings &settings, test::MariaDbServer &database, std::int64_t events,
                             Run &run)
{
    database.run(QStringLiteral("CREATE DATABASE baseline"));
    RowByRow rows(planEndingNow(settings.seed, IdKind::Random, 2 * events, stepUs));
    if (Result<void> opened = rows.open(database.port(), QStringLiteral("baseline")); !opened)
        return opened;
    const Result<double> each = rows.load(events, 1);
    if (!each)
        return each.failure();
    const Result<double> batches = rows.load(events, batchEvents);
    if (!batches)
        return batches.failure();
    run.commitEach = static_cast<double>(events) / *each;
    run.commitBatches = static_cast<double>(events) / *batches;
    return {};
}

Result<Run> measure(const Settings &settings, std::int64_t events)
{
    const QTemporaryDir folder(settings.folder
                               + QStringLiteral("/mariadb-XXXXXX")); // on the disk that is measured
    test::MariaDbServer database(
        folder.path(),
        {QStringLiteral("--innodb-buffer-pool-size=512M"), QStringLiteral("--innodb-log-file-size=256M")});
    if (!database.start())
        return failed(QStringLiteral("cannot start MariaDB: ") + QString::fromUtf8(database.log()));
    Run run;
    if (Result<void> done = measureOurs(settings, database, events, run); !done)
        return done.failure();
    if (Result<void> done =
            measureBaseline(settings, database, std::max<std::int64_t>(events / baselineShare, 1), run);
        !done)
        return done.failure();
    tell(QStringLiteral("ours %1, row by row %2, in batches %3")
             .arg(rateText(run.ours), rateText(run.commitEach), rateText(run.commitBatches)));
    return run;
}

double medianOf(const std::vector<Run> &runs, double Run::*figure)
{
    std::vector<double> values;
    for (const Run &run : runs)
        values.push_back(run.*figure);
    return median(values);
}

} // namespace

Result<void> benchIngestMariaDb(Session &session)
{
    const Settings &settings = session.settings;
    if (const QString missing = test::MariaDbServer::missing(); !missing.isEmpty()) {
        tell(QStringLiteral("left out: ") + missing);
        return {};
    }
    const std::int64_t events = std::min(settings.events.front(), mostEvents);
    std::vector<Run> runs;
    for (int i = 0; i < settings.runs; ++i) {
        const Result<Run> run = measure(settings, events);
        if (!run)
            return run.failure();
        runs.push_back(*run);
    }
    const double ours = medianOf(runs, &Run::ours);
    const double each = medianOf(runs, &Run::commitEach);
    const double batches = medianOf(runs, &Run::commitBatches);
    session.report.beginTable(
        QStringLiteral("ingest-mariadb: %1 events over HTTP into MariaDB, against one row after another")
            .arg(countText(static_cast<double>(events))),
        {QStringLiteral("ours"), QStringLiteral("row by row")});
    session.report.add({ratioText(ours / each), QStringLiteral("≥ 10"),
                        QStringLiteral("events a second, against a commit for each"), rateText(ours),
                        rateText(each)});
    session.report.add({ratioText(ours / batches),
                        {},
                        QStringLiteral("… against a commit for each %1").arg(batchEvents),
                        rateText(ours),
                        rateText(batches)});
    session.report.note(
        QStringLiteral("Meanwhile MariaDB kept %1 cores busy and linewatchd %2. Each commit is synced to"
                       " the disk by both. The rows of the baseline have neither sums nor revisions.")
            .arg(medianOf(runs, &Run::serverCores), 0, 'f', 2)
            .arg(medianOf(runs, &Run::nodeCores), 0, 'f', 2));
    return {};
}

} // namespace linewatch::bench
