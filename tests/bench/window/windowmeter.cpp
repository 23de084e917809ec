// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window/windowmeter.h"

#include "bench/figures.h"
#include "bench/window/plantwindow.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>

#include <ctime>
#include <unistd.h>

namespace linewatch::bench {

namespace {

constexpr std::size_t settling = 60; // seconds
constexpr std::size_t together = 10;

double threadCpuSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double residentNow()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList pages = file.readAll().split(' ');
    return pages.value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double medianFrom(const std::vector<double> &values, std::size_t first)
{
    const std::size_t end = std::min(values.size(), first + together);
    return first < end ? median({values.begin() + static_cast<std::ptrdiff_t>(first),
                                 values.begin() + static_cast<std::ptrdiff_t>(end)})
                       : 0;
}

} // namespace

double WindowFigures::residentAtFirst() const
{
    return medianFrom(residentBytes, std::min(settling, residentBytes.size() / 2));
}

double WindowFigures::residentAtLast() const
{
    return medianFrom(residentBytes, residentBytes.size() - std::min(together, residentBytes.size()));
}

WindowMeter::WindowMeter(const PlantWindow &window, const QString &store)
    : m_log(store + QStringLiteral("-wal"))
{
    connect(&window, &PlantWindow::painted, this, [this] { ++m_figures.repaints; });
    connect(&m_eachSecond, &QTimer::timeout, this, &WindowMeter::sample);
}

WindowFigures WindowMeter::measure(double seconds)
{
    m_figures = {};
    m_probe.take();
    m_eachSecond.start(std::chrono::seconds{1});
    QElapsedTimer watch;
    watch.start();
    const double cpuBefore = threadCpuSeconds();
    QEventLoop loop; // a program that quits closes its windows first
    QTimer::singleShot(static_cast<int>(seconds * 1000), Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
    m_figures.guiCpuSeconds = threadCpuSeconds() - cpuBefore;
    m_figures.seconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
    m_eachSecond.stop();
    sample();
    m_figures.lateness = m_probe.take();
    return std::move(m_figures);
}

void WindowMeter::sample()
{
    m_figures.residentBytes.push_back(residentNow());
    m_figures.logBytes = std::max<std::int64_t>(m_figures.logBytes, QFileInfo(m_log).size());
}

} // namespace linewatch::bench
