// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "bench/measuredserver.h"
#include "bench/postingload.h"
#include "bench/progress.h"
#include "bench/server.h"
#include "bench/window/plantwindow.h"
#include "bench/window/windowbench.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>

namespace linewatch::bench {

namespace {

constexpr std::int64_t boardUs = std::int64_t{17} * 3'600'000'000; // as far back as the board may look
constexpr std::int64_t freshUs = 3'600'000'000;

/** Seconds from the start of the process to what is on screen. */
struct Startup {
    double window = 0;    ///< painted for the first time
    double dashboard = 0; ///< painted with what is in the store
};

/** The clock is the same in every process. */
std::int64_t steadyUs()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

Result<Startup> open(const QString &store, const QString &home)
{
    const QStringList words{QStringLiteral("open"), store, QString::number(steadyUs())};
    Result<std::unique_ptr<ChildProcess>> child =
        ChildProcess::start(QCoreApplication::applicationFilePath(), words, home);
    if (!child)
        return child.failure();
    Startup startup;
    for (double *moment : {&startup.window, &startup.dashboard}) {
        const Result<std::string> line = (*child)->readLine();
        if (!line)
            return line.failure();
        *moment = QString::fromStdString(*line).toDouble();
    }
    const Result<ProcessUsage> usage = (*child)->wait();
    if (!usage)
        return usage.failure();
    return startup;
}

/** Goes on with what the plant did until now, where the store is an old one: the board shows the last hours.
 */
Result<void> bringUpToNow(const Settings &settings, const FilledStore &store, const QString &file)
{
    Result<Server> server = startServer(settings.server, file);
    if (!server)
        return server.failure();
    PostingPlan plan;
    plan.events = boardUs / store.stream.stepUs;
    plan.batch = settings.batch;
    plan.connections = settings.connections;
    plan.stream = planEndingNow(settings.seed + 1, IdKind::Random, plan.events, store.stream.stepUs);
    if (const Result<LoadResult> load = postStream(server->port, plan, [] {}); !load)
        return load.failure();
    const Result<ProcessUsage> usage = server->stop();
    return usage ? Result<void>() : usage.failure();
}

struct Figures {
    std::vector<double> windowFilled;
    std::vector<double> windowEmpty;
    std::vector<double> dashboardFilled;
    std::vector<double> dashboardEmpty;
};

Result<Figures> measure(const Settings &settings, const QString &filled)
{
    Figures figures;
    for (int run = -1; run < settings.runs; ++run) { // the first one finds fonts and files for the others
        const Result<StoreFolder> empty = StoreFolder::make(settings.folder);
        if (!empty)
            return empty.failure();
        const Result<Startup> onEmpty = open(empty->file(), settings.folder);
        if (!onEmpty)
            return onEmpty.failure();
        const Result<Startup> onFilled = open(filled, settings.folder);
        if (!onFilled)
            return onFilled.failure();
        if (run < 0)
            continue;
        figures.windowEmpty.push_back(onEmpty->window);
        figures.dashboardEmpty.push_back(onEmpty->dashboard);
        figures.windowFilled.push_back(onFilled->window);
        figures.dashboardFilled.push_back(onFilled->dashboard);
    }
    return figures;
}

void add(std::int64_t events, const Figures &figures, Report &report)
{
    report.beginTable(QStringLiteral("startup, %1 events over 30 days, against an empty store")
                          .arg(countText(static_cast<double>(events))),
                      {QStringLiteral("filled store"), QStringLiteral("empty store")});
    const auto row = [&report](const QString &what, const std::vector<double> &filled,
                               const std::vector<double> &empty) {
        report.add({ratioText(medianRatio(filled, empty)), QStringLiteral("≤ 1.5"), what,
                    timeText(median(filled)), timeText(median(empty))});
    };
    row(QStringLiteral("from the start to the first painted window"), figures.windowFilled,
        figures.windowEmpty);
    row(QStringLiteral("from the start to the first painted dashboard"), figures.dashboardFilled,
        figures.dashboardEmpty);
}

} // namespace

Result<void> benchStartup(Session &session)
{
    for (const std::int64_t events : session.settings.events) {
        const Result<FilledStore> store = session.stores.withEvents(events);
        if (!store)
            return store.failure();
        std::optional<StoreFolder> folder;
        QString file = store->file;
        if (planEndingNow(0, IdKind::Random, 0, 0).startUs - store->endUs() > freshUs) {
            tell(QStringLiteral("bringing a copy of the store up to now"));
            Result<StoreFolder> copy = copyOf(*store, session.settings.folder);
            if (!copy)
                return copy.failure();
            folder = std::move(*copy);
            file = folder->file();
            if (Result<void> done = bringUpToNow(session.settings, *store, file); !done)
                return done;
        }
        const Result<Figures> figures = measure(session.settings, file);
        if (!figures)
            return figures.failure();
        add(events, *figures, session.report);
    }
    return {};
}

/** Says the seconds of Startup as they come, and ends. */
int openMain(const QStringList &arguments)
{
    if (arguments.size() != 4)
        return 2;
    const std::int64_t startedUs = arguments[3].toLongLong();
    PlantWindow window;
    bool wasPainted = false;
    const auto say = [startedUs] {
        std::printf("%.6f\n", static_cast<double>(steadyUs() - startedUs) / 1e6);
        std::fflush(stdout);
    };
    QObject::connect(&window, &PlantWindow::painted, &window, [&](bool dashboard) {
        if (!std::exchange(wasPainted, true))
            say();
        if (dashboard) {
            say();
            QCoreApplication::quit();
        }
    });
    if (const Result<void> shown = window.show(arguments[2]); !shown)
        return refuse(shown.failure());
    return QCoreApplication::exec();
}

} // namespace linewatch::bench
