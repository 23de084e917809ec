// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/window/latenessprobe.h"

#include <QElapsedTimer>
#include <QTimer>

namespace linewatch::bench {

class PlantWindow;

/** What a window did for a while. */
struct WindowFigures {
    LatenessCounts lateness;
    double seconds = 0;
    std::int64_t repaints = 0;
    double guiCpuSeconds = 0;
    std::vector<double> residentBytes; ///< of the whole process, one each second
    std::int64_t logBytes = 0;         ///< the store's write-ahead log at its largest

    double repaintsASecond() const { return static_cast<double>(repaints) / seconds; }
    double guiCpuShare() const { return guiCpuSeconds / seconds; }
    /** Once the first minute is over, or half of a shorter run; and at the end. Medians of ten seconds. */
    double residentAtFirst() const;
    double residentAtLast() const;
};

/** Measures a window from the thread that runs it. */
class WindowMeter : public QObject
{
    Q_OBJECT

public:
    /** @p store is the SQLite file on which @p window stands. */
    WindowMeter(const PlantWindow &window, const QString &store);

    /** Runs the event loop for so long. */
    WindowFigures measure(double seconds);

private:
    void sample();

    const QString m_log;
    LatenessProbe m_probe;
    QTimer m_eachSecond;
    WindowFigures m_figures;
};

} // namespace linewatch::bench
