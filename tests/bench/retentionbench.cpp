// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/figures.h"
#include "bench/postingload.h"
#include "bench/progress.h"
#include "bench/server.h"

#include <sqlite3.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace linewatch::bench {

namespace {

constexpr std::int64_t stepUs = 5000;
constexpr std::int64_t mostPosted = 1'000'000;

/** One entry a run. */
struct Figures {
    std::vector<double> with;
    std::vector<double> without;
    std::vector<double> latencyWith; ///< of a batch, p99
    std::vector<double> latencyWithout;
    std::vector<double> removedASecond;
};

Result<std::int64_t> askNumber(const QString &file, const char *question)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    std::int64_t number = -1;
    if (sqlite3_open_v2(file.toUtf8().constData(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK
        && sqlite3_prepare_v2(database, question, -1, &statement, nullptr) == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    const QString problem = QString::fromUtf8(sqlite3_errmsg(database));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    if (number < 0)
        return Failure{Failure::Kind::Internal, QStringLiteral("%1: %2").arg(file, problem)};
    return number;
}

/** Two days are kept of thirty, so there is more to remove than is removed meanwhile. */
Result<QStringList> keepTwoDays(const QString &store)
{
    const QString path = QFileInfo(store).absolutePath() + QStringLiteral("/retention.ini");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("[store]\nretentionDays=2\n") < 0)
        return Failure{Failure::Kind::Unavailable, file.errorString()};
    return QStringList{QStringLiteral("--config"), path};
}

/** The sums must hold all that was ever taken in, whatever was removed. */
Result<void> checkSums(const QString &file, std::int64_t events)
{
    const Result<std::int64_t> sum =
        askNumber(file, "SELECT sum(events) FROM rollup_bucket WHERE bucket_width = 3600");
    if (!sum)
        return sum.failure();
    if (*sum != events) {
        return Failure{Failure::Kind::Internal,
                       QStringLiteral("%1 holds sums of %2 events, not %3").arg(file).arg(*sum).arg(events)};
    }
    return {};
}

Result<LoadResult> post(const Settings &settings, const PostingPlan &plan, const FilledStore &store,
                        const QString &file, const QStringList &further)
{
    Result<Server> server = startServer(settings.server, file, further);
    if (!server)
        return server.failure();
    Result<LoadResult> load = postStream(server->port, plan, [] {});
    if (!load)
        return load;
    const Result<ProcessUsage> usage = server->stop();
    if (!usage)
        return usage.failure();
    load->usage = *usage;
    if (Result<void> checked = checkSums(file, store.events + plan.events); !checked)
        return checked.failure();
    return load;
}

Result<void> measure(const Session &session, const FilledStore &store, int run, Figures &figures)
{
    const Settings &settings = session.settings;
    PostingPlan plan;
    plan.events = std::min(store.events, mostPosted);
    plan.stream = planEndingNow(settings.seed + 1 + static_cast<std::uint64_t>(run), IdKind::Random,
                                plan.events, stepUs);
    plan.batch = settings.batch;
    plan.connections = settings.connections;
    for (const bool retains : {false, true}) {
        const Result<StoreFolder> folder = copyOf(store, settings.folder);
        if (!folder)
            return folder.failure();
        const Result<QStringList> further = retains ? keepTwoDays(folder->file()) : QStringList();
        if (!further)
            return further.failure();
        const Result<LoadResult> load = post(settings, plan, store, folder->file(), *further);
        if (!load)
            return load.failure();
        (retains ? figures.with : figures.without).push_back(load->eventsASecond());
        (retains ? figures.latencyWith : figures.latencyWithout)
            .push_back(percentile(load->batchSeconds, 0.99));
        if (!retains)
            continue;
        const Result<std::int64_t> left = askNumber(folder->file(), "SELECT count(*) FROM event");
        if (!left)
            return left.failure();
        const auto removed = static_cast<double>(store.events + plan.events - *left);
        figures.removedASecond.push_back(removed / load->seconds);
    }
    return {};
}

void add(std::int64_t events, const Figures &figures, Report &report)
{
    report.beginTable(
        QStringLiteral("retention, %1 events over 30 days of which 2 are kept, against no retention")
            .arg(countText(static_cast<double>(events))),
        {QStringLiteral("removing"), QStringLiteral("not removing")});
    report.add({ratioText(medianRatio(figures.with, figures.without)), QStringLiteral("≥ 0.9"),
                QStringLiteral("events a second"), rateText(median(figures.with)),
                rateText(median(figures.without))});
    report.add({ratioText(medianRatio(figures.latencyWith, figures.latencyWithout)), QString(),
                QStringLiteral("a batch, p99"), timeText(median(figures.latencyWith)),
                timeText(median(figures.latencyWithout))});
    report.note(QStringLiteral("Meanwhile %1 were removed. The sums of both stores held every event.")
                    .arg(rateText(median(figures.removedASecond))));
}

} // namespace

Result<void> benchRetention(Session &session)
{
    for (const std::int64_t events : session.settings.events) {
        const Result<FilledStore> store = session.stores.withEvents(events);
        if (!store)
            return store.failure();
        Figures figures;
        for (int run = 0; run < session.settings.runs; ++run) {
            tell(QStringLiteral("posting with and without retention"));
            if (Result<void> done = measure(session, *store, run, figures); !done)
                return done;
        }
        add(events, figures, session.report);
    }
    return {};
}

} // namespace linewatch::bench
