// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "bench/progress.h"
#include "bench/window/plantload.h"
#include "bench/window/plantwindow.h"
#include "bench/window/windowbench.h"
#include "bench/window/windowmeter.h"

#include <QFileInfo>

namespace linewatch::bench {

namespace {

constexpr double calmSeconds = 3;

struct Measured {
    WindowFigures idle;
    WindowFigures busy;
    PostedLoad load;
};

Result<Measured> measure(const Settings &settings, const QString &store)
{
    const QString home = QFileInfo(store).absolutePath();
    PlantWindow window;
    if (Result<void> shown = window.show(store); !shown)
        return shown.failure();
    if (const Result<PostedLoad> past = postPast(window, settings, home); !past)
        return past.failure();
    WindowMeter meter(window, store);
    meter.measure(calmSeconds);
    tell(QStringLiteral("the window without events"));
    Measured measured;
    measured.idle = meter.measure(settings.seconds);
    tell(QStringLiteral("the window while events come in"));
    Result<PostingProcess> process =
        PostingProcess::start(window.port(), planOfLoad(settings, settings.seconds), home);
    if (!process)
        return process.failure();
    measured.busy = meter.measure(settings.seconds);
    const Result<PostedLoad> load = process->wait();
    if (!load)
        return load.failure();
    measured.load = *load;
    return measured;
}

QString percentText(double share)
{
    return QStringLiteral("%1 %").arg(100 * share, 0, 'f', 1);
}

void add(const Settings &settings, const Measured &measured, Report &report)
{
    const auto &[idle, busy, load] = measured;
    report.beginTable(QStringLiteral("ui, %1 machines, %2 events/s for %3 s, against no events")
                          .arg(countText(settings.machines), countText(static_cast<double>(settings.rate)))
                          .arg(settings.seconds),
                      {QStringLiteral("with events"), QStringLiteral("without")});
    const auto lateness = [&](const QString &what, double share, const QString &target) {
        report.add({{},
                    target,
                    QStringLiteral("the event loop answers late by, %1").arg(what),
                    timeText(busy.lateness.percentile(share)),
                    timeText(idle.lateness.percentile(share))});
    };
    lateness(QStringLiteral("p50"), 0.5, {});
    lateness(QStringLiteral("p99"), 0.99, QStringLiteral("≤ 16 ms"));
    report.add({{},
                QStringLiteral("≤ 50 ms"),
                QStringLiteral("the event loop answers late by, at most"),
                timeText(busy.lateness.max()),
                timeText(idle.lateness.max())});
    report.add({{},
                QStringLiteral("≤ 4"),
                QStringLiteral("repaints a second"),
                ratioText(busy.repaintsASecond()),
                ratioText(idle.repaintsASecond())});
    report.add({{},
                {},
                QStringLiteral("CPU of the GUI thread"),
                percentText(busy.guiCpuShare()),
                percentText(idle.guiCpuShare())});
    report.add({{},
                {},
                QStringLiteral("memory once it has settled"),
                bytesText(busy.residentAtFirst()),
                bytesText(idle.residentAtFirst())});
    report.add({{},
                QStringLiteral("the same"),
                QStringLiteral("memory at the end"),
                bytesText(busy.residentAtLast()),
                bytesText(idle.residentAtLast())});
    report.add({{},
                {},
                QStringLiteral("write-ahead log at its largest"),
                bytesText(static_cast<double>(busy.logBytes)),
                bytesText(static_cast<double>(idle.logBytes))});
    report.note(QStringLiteral(
                    "%1 events came in, %2; a batch of %3 was answered within %4 (p99). The event loop was "
                    "asked %5 times.")
                    .arg(countText(static_cast<double>(load.events)), rateText(load.eventsASecond()))
                    .arg(settings.batch)
                    .arg(timeText(load.batchP99))
                    .arg(countText(static_cast<double>(busy.lateness.count()))));
}

} // namespace

Result<void> benchUi(Session &session)
{
    const Result<StoreFolder> folder = StoreFolder::make(session.settings.folder);
    if (!folder)
        return folder.failure();
    const Result<Measured> measured = measure(session.settings, folder->file());
    if (!measured)
        return measured.failure();
    add(session.settings, *measured, session.report);
    return {};
}

} // namespace linewatch::bench
