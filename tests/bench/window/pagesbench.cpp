// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "bench/progress.h"
#include "bench/window/openpages.h"
#include "bench/window/plantload.h"
#include "bench/window/plantwindow.h"
#include "bench/window/windowbench.h"
#include "bench/window/windowmeter.h"

#include <QFileInfo>

namespace linewatch::bench {

namespace {

constexpr int longestSeconds = 20; ///< of each page
constexpr double calmSeconds = 1;

void add(const QString &page, const WindowFigures &figures, Report &report)
{
    report.add({{},
                QStringLiteral("≤ 16 ms"),
                QStringLiteral("%1: the event loop answers late by, p99").arg(page),
                timeText(figures.lateness.percentile(0.99)),
                timeText(figures.lateness.max())});
    report.add({{},
                QStringLiteral("≤ 4"),
                QStringLiteral("%1: repaints a second; CPU of the GUI thread").arg(page),
                ratioText(figures.repaintsASecond()),
                QStringLiteral("%1 %").arg(100 * figures.guiCpuShare(), 0, 'f', 1)});
}

Result<void> measure(const Settings &settings, const QString &store, Report &report)
{
    const QString home = QFileInfo(store).absolutePath();
    PlantWindow window;
    if (Result<void> shown = window.show(store); !shown)
        return shown;
    if (const Result<PostedLoad> past = postPast(window, settings, home); !past)
        return past.failure();
    constexpr std::uint32_t machine = 6;
    const std::vector<OpenPage> pages = openPages({}, machine);
    const int seconds = std::min(longestSeconds, settings.seconds);
    const int whole = static_cast<int>(pages.size()) * (seconds + static_cast<int>(calmSeconds));
    Result<PostingProcess> process = PostingProcess::start(window.port(), planOfLoad(settings, whole), home);
    if (!process)
        return process.failure();
    report.beginTable(QStringLiteral("pages, each open for %1 s, %2 machines, %3 events/s")
                          .arg(seconds)
                          .arg(countText(settings.machines), countText(static_cast<double>(settings.rate))),
                      {QStringLiteral("figure"), QStringLiteral("at most, or CPU")});
    WindowMeter meter(window, store);
    for (const OpenPage &page : pages) {
        tell(QStringLiteral("%1 while events come in").arg(page.name));
        window.open(page.place);
        meter.measure(calmSeconds);
        add(page.name, meter.measure(seconds), report);
    }
    const Result<PostedLoad> load = process->wait();
    return load ? Result<void>() : load.failure();
}

} // namespace

Result<void> benchPages(Session &session)
{
    const Result<StoreFolder> folder = StoreFolder::make(session.settings.folder);
    if (!folder)
        return folder.failure();
    return measure(session.settings, folder->file(), session.report);
}

} // namespace linewatch::bench
