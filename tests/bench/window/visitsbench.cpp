// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "bench/progress.h"
#include "bench/window/firstfigures.h"
#include "bench/window/openpages.h"
#include "bench/window/windowbench.h"
#include "bench/window/windowmeter.h"

#include <map>
#include <random>

namespace linewatch::bench {

namespace {

constexpr double calmSeconds = 3;
constexpr int visitsARun = 5; ///< of each page
constexpr std::chrono::minutes settled{1};
/** Nobody reads a page faster; meanwhile its charts come. */
constexpr std::chrono::seconds look{1};

/** How long a window of time is visited; zero: the whole store. */
struct Length {
    QString name;
    std::chrono::hours length;
};

const Length lengths[] = {{QStringLiteral("8 hours"), std::chrono::hours{8}},
                          {QStringLiteral("a day"), std::chrono::hours{24}},
                          {QStringLiteral("all that it holds"), std::chrono::hours{0}}};

using Chance = std::mt19937_64;

std::chrono::microseconds below(Chance &chance, std::chrono::microseconds bound)
{
    return std::chrono::microseconds{std::uniform_int_distribution<std::int64_t>(0, bound.count())(chance)};
}

/** Somewhere in the store, with edges odd to the microsecond; no two visits read the same window. */
TimeWindow chanceWindow(const FilledStore &store, const Length &length, Chance &chance)
{
    const Instant start{std::chrono::microseconds{store.stream.startUs}};
    const Instant end = Instant{std::chrono::microseconds{store.endUs()}} - settled;
    if (length.length.count() == 0)
        return {start + below(chance, std::chrono::hours{1}), end};
    const Instant from = start + below(chance, end - start - length.length);
    return {from, from + length.length};
}

using Seconds = std::map<QString, std::vector<double>>; ///< of each page, by its name

/** Each page once: the Overview of another window first, then the others, which keep it. */
Result<void> visitAll(FirstFigures &figures, std::vector<OpenPage> pages, const TimeWindow &window,
                      Seconds &seconds)
{
    pages.front().place.window = window;
    for (const OpenPage &page : pages) {
        const std::optional<double> took = figures.open(page.place);
        if (!took)
            return Failure{Failure::Kind::Unavailable,
                           QStringLiteral("%1 showed no figures within a minute").arg(page.name)};
        seconds[page.name].push_back(*took);
        figures.stay(look);
    }
    return {};
}

void add(const std::vector<OpenPage> &pages, const Seconds &seconds, Report &report)
{
    for (const OpenPage &page : pages) {
        const std::vector<double> &of = seconds.at(page.name);
        report.add({{},
                    QStringLiteral("\u2264 200 ms"),
                    page.name,
                    timeText(median(of)),
                    timeText(*std::max_element(of.begin(), of.end()))});
    }
}

Result<void> measure(const Settings &settings, const FilledStore &store, Report &report)
{
    PlantWindow window;
    if (Result<void> shown = window.show(store.file); !shown)
        return shown;
    WindowMeter(window, store.file).measure(calmSeconds); // the program starts
    FirstFigures figures(window);
    Chance chance(settings.seed);
    const int visits = settings.runs * visitsARun;
    for (const Length &length : lengths) {
        tell(QStringLiteral("visiting pages, windows of %1").arg(length.name));
        Seconds seconds;
        for (int visit = 0; visit < visits; ++visit) {
            const auto machine = static_cast<std::uint32_t>(chance() % store.stream.machines);
            if (Result<void> done = visitAll(figures, openPages(store.stream, machine),
                                             chanceWindow(store, length, chance), seconds);
                !done)
                return done;
        }
        report.beginTable(QStringLiteral("from going to a page to its first figures, %1 events, windows of "
                                         "%2, %3 visits")
                              .arg(countText(static_cast<double>(store.events)), length.name)
                              .arg(visits),
                          {QStringLiteral("median"), QStringLiteral("at most")});
        add(openPages(store.stream, 0), seconds, report);
    }
    return {};
}

} // namespace

Result<void> benchVisits(Session &session)
{
    for (const std::int64_t events : session.settings.events) {
        const Result<FilledStore> store = session.stores.withEvents(events);
        if (!store)
            return store.failure();
        if (Result<void> done = measure(session.settings, *store, session.report); !done)
            return done;
    }
    return {};
}

} // namespace linewatch::bench
