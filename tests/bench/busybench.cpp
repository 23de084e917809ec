// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/asking.h"
#include "bench/bench.h"
#include "bench/figures.h"
#include "bench/postingload.h"
#include "bench/progress.h"
#include "bench/server.h"

#include <atomic>
#include <iterator>
#include <thread>

namespace linewatch::bench {

namespace {

constexpr std::int64_t stepUs = 5000;
constexpr std::int64_t mostPosted = 500'000;
constexpr std::size_t kinds = std::size(WindowKinds);
constexpr Budget plainBudget{.most = 100, .least = 3, .seconds = 2};

/** One entry a run and length of window. */
struct Figures {
    std::vector<double> idle;
    std::vector<double> busy;
    std::size_t asked = 0;
    std::size_t compared = 0;
};

/** @p count of each length of window in turn, so that all are asked from the first moment to the last. */
std::vector<Question> mixed(Questions &questions, int count)
{
    std::vector<Question> list;
    for (int i = 0; i < count; ++i) {
        for (const WindowKind &kind : WindowKinds)
            list.push_back(questions.next(Subject::Stats, kind));
    }
    return list;
}

std::vector<double> ofKind(const Asked &asked, std::size_t kind)
{
    std::vector<double> seconds;
    for (std::size_t i = kind; i < asked.seconds.size(); i += kinds)
        seconds.push_back(asked.seconds[i]);
    return seconds;
}

/** Asks from a thread of its own until the events of @p plan are all posted. */
Result<Asked> askWhilePosting(std::uint16_t port, const PostingPlan &plan,
                              const std::vector<Question> &questions)
{
    std::atomic<bool> posting = true;
    Result<Asked> asked = Asked();
    std::thread asker(
        [&] { asked = askServerWhile(port, questions, [&posting] { return posting.load(); }); });
    const Result<LoadResult> load = postStream(port, plan, [] {});
    posting = false;
    asker.join();
    if (!load)
        return load.failure();
    return asked;
}

/** The server is warm, then idle, then under full ingest; the windows all end before what is posted. */
Result<void> measure(const Session &session, const FilledStore &store, const QString &file, int run,
                     Figures (&figures)[kinds])
{
    const Settings &settings = session.settings;
    Result<Server> server = startServer(settings.server, file);
    if (!server)
        return server.failure();
    PostingPlan plan;
    plan.events = std::min(store.events, mostPosted);
    plan.stream = planEndingNow(settings.seed + 1 + static_cast<std::uint64_t>(run), IdKind::Random,
                                plan.events, stepUs);
    plan.batch = settings.batch;
    plan.connections = settings.connections;
    const std::int64_t untouchedUs = std::min(store.endUs(), plan.stream.startUs - DayUs);
    Questions questions(store, untouchedUs, settings.seed + static_cast<std::uint64_t>(run) * 1000);

    const Budget budget{.most = 3 * settings.questions, .least = 20, .seconds = 8};
    const std::vector<Question> list = mixed(questions, settings.questions);
    const Result<Asked> warmUp = askServer(server->port, list, {.most = 100, .least = 3, .seconds = 2});
    if (!warmUp)
        return warmUp.failure();
    const Result<Asked> idle = askServer(server->port, list, budget);
    if (!idle)
        return idle.failure();
    const Result<Asked> busy = askWhilePosting(server->port, plan, list);
    if (!busy)
        return busy.failure();
    const Result<ProcessUsage> usage = server->stop();
    if (!usage)
        return usage.failure();
    const Result<Asked> plain = askPlainSql(file, list, busy->answers, Access::Planned, plainBudget);
    if (!plain)
        return plain.failure();
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        figures[kind].idle.push_back(percentile(ofKind(*idle, kind), 0.99));
        figures[kind].busy.push_back(percentile(ofKind(*busy, kind), 0.99));
    }
    figures[0].asked += busy->seconds.size();
    figures[0].compared += plain->seconds.size();
    return {};
}

void add(std::int64_t events, const Figures (&figures)[kinds], Report &report)
{
    report.beginTable(QStringLiteral("stats-under-ingest, %1 events over 30 days, against the idle server")
                          .arg(countText(static_cast<double>(events))),
                      {QStringLiteral("under ingest"), QStringLiteral("idle")});
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        report.add({ratioText(medianRatio(figures[kind].busy, figures[kind].idle)), QStringLiteral("≤ 3"),
                    QStringLiteral("windows of %1, p99").arg(QString::fromLatin1(WindowKinds[kind].name)),
                    timeText(median(figures[kind].busy)), timeText(median(figures[kind].idle))});
    }
    report.note(
        QStringLiteral("%1 questions were asked under ingest, and %2 of the answers compared with plain SQL "
                       "afterwards: all exact.")
            .arg(figures[0].asked)
            .arg(figures[0].compared));
}

} // namespace

Result<void> benchStatsUnderIngest(Session &session)
{
    for (const std::int64_t events : session.settings.events) {
        const Result<FilledStore> store = session.stores.withEvents(events);
        if (!store)
            return store.failure();
        Figures figures[kinds];
        for (int run = 0; run < session.settings.runs; ++run) {
            tell(QStringLiteral("asking under ingest"));
            const Result<StoreFolder> folder = copyOf(*store, session.settings.folder);
            if (!folder)
                return folder.failure();
            if (Result<void> done = measure(session, *store, folder->file(), run, figures); !done)
                return done;
        }
        add(events, figures, session.report);
    }
    return {};
}

} // namespace linewatch::bench
