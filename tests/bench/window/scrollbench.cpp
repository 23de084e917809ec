// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "bench/progress.h"
#include "bench/window/plantwindow.h"
#include "bench/window/windowbench.h"
#include "bench/window/windowmeter.h"
#include "ui/models/place.h"
#include "ui/widgets/longtable.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTimer>

namespace linewatch::bench {

namespace {

constexpr std::chrono::milliseconds frame{16};
constexpr double longestSeconds = 10; ///< of each way to scroll
constexpr double calmSeconds = 6;
constexpr int patienceMs = 60'000;

/** A way to scroll: how far in a frame. */
struct Way {
    QString name;
    std::int64_t pixels; ///< a frame; 0: so that the end is reached in time
};

const Way ways[] = {{QStringLiteral("a wheel"), 90},
                    {QStringLiteral("pages"), 800},
                    {QStringLiteral("the bar, from end to end"), 0}};

struct Scrolled {
    WindowFigures figures;
    double filledSeconds = 0; ///< from the end of scrolling until the rows in sight are there
};

ui::Place wholeStore(const FilledStore &store)
{
    ui::Place place = ui::Place::events();
    place.window = TimeWindow{Instant(std::chrono::microseconds(store.stream.startUs)),
                              Instant(std::chrono::microseconds(store.endUs()))};
    return place;
}

/** Runs the event loop until the rows in sight are there; the seconds that took, or nothing within a minute.
 */
std::optional<double> waitUntilFilled(const PlantWindow &window)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QTimer looks;
    QObject::connect(&looks, &QTimer::timeout, &loop, [&] {
        if (window.showsEvents() || timer.hasExpired(patienceMs))
            loop.quit();
    });
    looks.start(1);
    loop.exec();
    if (!window.showsEvents())
        return std::nullopt;
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

std::optional<Scrolled> scroll(const Way &way, double seconds, const PlantWindow &window, WindowMeter &meter)
{
    const ui::LongTable &table = window.eventsTable();
    QScrollBar &bar = *table.verticalScrollBar();
    bar.setValue(0);
    if (!waitUntilFilled(window))
        return std::nullopt;
    const double frames = 1e3 * seconds / static_cast<double>(frame.count());
    const std::int64_t jump =
        way.pixels > 0 ? way.pixels : static_cast<std::int64_t>(static_cast<double>(bar.maximum()) / frames);
    QTimer ticks;
    ticks.setTimerType(Qt::PreciseTimer);
    QObject::connect(&ticks, &QTimer::timeout, &bar, [&bar, jump] {
        bar.setValue(static_cast<int>(std::min<std::int64_t>(bar.value() + jump, bar.maximum())));
    });
    ticks.start(frame);
    Scrolled scrolled{meter.measure(seconds), 0};
    ticks.stop();
    const std::optional<double> filled = waitUntilFilled(window);
    scrolled.filledSeconds = filled.value_or(0);
    return filled ? std::optional(scrolled) : std::nullopt;
}

void add(const QString &way, const Scrolled &scrolled, Report &report)
{
    const LatenessCounts &lateness = scrolled.figures.lateness;
    report.add({{},
                QStringLiteral("≤ 16 ms"),
                QStringLiteral("late while scrolling by %1, p99").arg(way),
                timeText(lateness.percentile(0.99)),
                timeText(lateness.percentile(0.5))});
    report.add({{},
                {},
                QStringLiteral("the same, at most; rows there after the last move"),
                timeText(lateness.max()),
                timeText(scrolled.filledSeconds)});
}

Result<void> measure(const Settings &settings, const FilledStore &store, Report &report)
{
    PlantWindow window;
    if (Result<void> shown = window.show(store.file); !shown)
        return shown;
    WindowMeter meter(window, store.file);
    meter.measure(calmSeconds); // the program starts
    QElapsedTimer timer;
    timer.start();
    window.open(wholeStore(store));
    const ui::LongTable &table = window.eventsTable();
    if (!waitUntilFilled(window))
        return Failure{Failure::Kind::Unavailable, QStringLiteral("no events were shown within a minute")};
    const double opened = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    report.beginTable(QStringLiteral("scroll, the list of %1 events, %2 rows")
                          .arg(countText(static_cast<double>(store.events)))
                          .arg(countText(table.model()->rowCount())),
                      {QStringLiteral("figure"), QStringLiteral("p50, or after the last move")});
    report.add({{},
                QStringLiteral("≤ 200 ms"),
                QStringLiteral("from the link to the first rows"),
                timeText(opened),
                {}});
    for (const Way &way : ways) {
        tell(QStringLiteral("scrolling by %1").arg(way.name));
        const auto scrolled =
            scroll(way, std::min(longestSeconds, static_cast<double>(settings.seconds)), window, meter);
        if (!scrolled)
            return Failure{Failure::Kind::Unavailable,
                           QStringLiteral("no rows within a minute of scrolling by %1").arg(way.name)};
        add(way.name, *scrolled, report);
    }
    return {};
}

} // namespace

Result<void> benchScroll(Session &session)
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
