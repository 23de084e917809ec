// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/asking.h"
#include "bench/bench.h"
#include "bench/figures.h"
#include "bench/plainsql.h"
#include "bench/progress.h"
#include "bench/server.h"

#include <iterator>

namespace linewatch::bench {

namespace {

constexpr std::size_t kinds = std::size(WindowKinds);
constexpr Budget plainBudget{.most = 200, .least = 1, .seconds = 5};
constexpr Budget scanBudget{.most = 20, .least = 3, .seconds = 5};

/** What the runs found for one length of window; one entry a run. */
struct Figures {
    std::vector<double> p50;
    std::vector<double> p99;
    std::vector<double> plain50;
    std::vector<double> scan50; ///< where the windows cover most of the store
    std::size_t asked = 0;
    std::size_t compared = 0;
};

/** What one store was asked. */
struct StoreFigures {
    std::int64_t events = 0;
    Figures byKind[kinds];
    std::vector<double> peakBytes;
    QString plainWay;
};

/** What is asked about, in words and targets. */
struct Topic {
    Subject subject;
    QString name;
    QString targetAt30Days;
};

/** Plain SQL by a scan, where an index is the slower way. */
Result<void> askScan(const FilledStore &store, const std::vector<Question> &questions, const Asked &ours,
                     Figures &figures)
{
    const Result<Asked> scan = askPlainSql(store.file, questions, ours.answers, Access::Scan, scanBudget);
    if (!scan)
        return scan.failure();
    figures.scan50.push_back(median(scan->seconds));
    return {};
}

Result<void> askKind(const Session &session, const FilledStore &store, std::uint16_t port, Subject subject,
                     std::size_t kind, Questions &questions, Figures &figures)
{
    const Budget budget{.most = session.settings.questions, .least = 20, .seconds = 8};
    const std::vector<Question> list = questions.list(subject, WindowKinds[kind], budget.most);
    const Result<Asked> ours = askServer(port, list, budget);
    if (!ours)
        return ours.failure();
    const Result<Asked> plain = askPlainSql(store.file, list, ours->answers, Access::Planned, plainBudget);
    if (!plain)
        return plain.failure();
    figures.p50.push_back(median(ours->seconds));
    figures.p99.push_back(percentile(ours->seconds, 0.99));
    figures.plain50.push_back(median(plain->seconds));
    figures.asked += ours->seconds.size();
    figures.compared += plain->seconds.size();
    if (WindowKinds[kind].lengthUs > DayUs)
        return askScan(store, list, *ours, figures);
    return {};
}

/** One run: a server that has just started, warmed up, asked about each length of window. */
Result<void> askStore(const Session &session, const FilledStore &store, Subject subject, int run,
                      StoreFigures &figures)
{
    Result<Server> server = startServer(session.settings.server, store.file);
    if (!server)
        return server.failure();
    Questions questions(store, store.endUs(), session.settings.seed + static_cast<std::uint64_t>(run) * 1000);
    for (const WindowKind &kind : WindowKinds) {
        const Budget warmUp{.most = 50, .least = 3, .seconds = 2};
        const Result<Asked> asked =
            askServer(server->port, questions.list(subject, kind, warmUp.most), warmUp);
        if (!asked)
            return asked.failure();
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        if (Result<void> done =
                askKind(session, store, server->port, subject, kind, questions, figures.byKind[kind]);
            !done)
            return done;
    }
    const Result<ProcessUsage> usage = server->stop();
    if (!usage)
        return usage.failure();
    figures.peakBytes.push_back(static_cast<double>(usage->peakBytes));
    return {};
}

Result<StoreFigures> measureStore(Session &session, std::int64_t events, Subject subject)
{
    const Result<FilledStore> store = session.stores.withEvents(events);
    if (!store)
        return store.failure();
    StoreFigures figures;
    figures.events = events;
    {
        Result<std::unique_ptr<PlainSql>> sql = PlainSql::open(store->file);
        if (!sql)
            return sql.failure();
        const Result<QString> way = (*sql)->way(subject);
        if (!way)
            return way.failure();
        figures.plainWay = *way;
    }
    for (int run = 0; run < session.settings.runs; ++run) {
        tell(QStringLiteral("asking a store of %1 events").arg(countText(static_cast<double>(events))));
        if (Result<void> done = askStore(session, *store, subject, run, figures); !done)
            return done.failure();
    }
    return figures;
}

void addStore(const StoreFigures &store, const Topic &topic, Report &report)
{
    report.beginTable(QStringLiteral("%1, %2 events over 30 days, against plain SQL")
                          .arg(topic.name, countText(static_cast<double>(store.events))),
                      {QStringLiteral("ours"), QStringLiteral("plain SQL")});
    std::size_t asked = 0;
    std::size_t compared = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const Figures &figures = store.byKind[kind];
        const bool month = kind + 1 == kinds;
        const QString window = QString::fromLatin1(WindowKinds[kind].name);
        report.add({ratioText(medianRatio(figures.plain50, figures.p50)),
                    month ? topic.targetAt30Days : QString(),
                    QStringLiteral("windows of %1, p50").arg(window), timeText(median(figures.p50)),
                    timeText(median(figures.plain50))});
        report.add(
            {{}, {}, QStringLiteral("windows of %1, p99").arg(window), timeText(median(figures.p99)), {}});
        if (!figures.scan50.empty()) {
            report.add({ratioText(medianRatio(figures.scan50, figures.p50)), QString(),
                        QStringLiteral("windows of %1, p50, plain SQL by a scan of the table").arg(window),
                        timeText(median(figures.p50)), timeText(median(figures.scan50))});
        }
        asked += figures.asked;
        compared += figures.compared;
    }
    report.add({{},
                QStringLiteral("< 300 MB"),
                QStringLiteral("memory, at its peak"),
                bytesText(median(store.peakBytes)),
                {}});
    report.note(
        QStringLiteral("%1 questions were asked, and %2 of the answers compared with plain SQL: all exact.")
            .arg(asked)
            .arg(compared));
    report.note(QStringLiteral("How SQLite goes about the plain SQL: %1.").arg(store.plainWay));
}

/** How the smallest store's p99 compares with the largest's. */
void addGrowth(const std::vector<StoreFigures> &stores, const Topic &topic, Report &report)
{
    if (stores.size() < 2)
        return;
    const StoreFigures &small = stores.front();
    const StoreFigures &large = stores.back();
    const QString largeText = QStringLiteral("%1 events").arg(countText(static_cast<double>(large.events)));
    const QString smallText = QStringLiteral("%1 events").arg(countText(static_cast<double>(small.events)));
    report.beginTable(QStringLiteral("%1, how the store's size counts").arg(topic.name),
                      {largeText, smallText});
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const std::vector<double> &over = large.byKind[kind].p99;
        const std::vector<double> &under = small.byKind[kind].p99;
        report.add({ratioText(medianRatio(over, under)),
                    topic.subject == Subject::Stats ? QStringLiteral("≤ 1.3") : QString(),
                    QStringLiteral("windows of %1, p99").arg(QString::fromLatin1(WindowKinds[kind].name)),
                    timeText(median(over)), timeText(median(under))});
    }
}

Result<void> benchQuestions(Session &session, const Topic &topic)
{
    std::vector<StoreFigures> stores;
    for (const std::int64_t events : session.settings.events) {
        Result<StoreFigures> figures = measureStore(session, events, topic.subject);
        if (!figures)
            return figures.failure();
        addStore(*figures, topic, session.report);
        stores.push_back(std::move(*figures));
    }
    addGrowth(stores, topic, session.report);
    return {};
}

} // namespace

Result<void> benchStats(Session &session)
{
    return benchQuestions(session, {Subject::Stats, QStringLiteral("stats"), QStringLiteral("≥ 50")});
}

Result<void> benchTopLines(Session &session)
{
    return benchQuestions(session, {Subject::TopLines, QStringLiteral("top-lines"), QStringLiteral("≥ 100")});
}

} // namespace linewatch::bench
