// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QStringList>

#include <cstdint>
#include <vector>

namespace linewatch::bench {

/** What the command line says. */
struct Settings {
    QString help;     ///< not empty: print this and do nothing else
    QString server;   ///< the linewatchd to measure
    QString folder;   ///< where stores are made, on the disk that is measured
    QStringList only; ///< the benches to run; none: all
    std::vector<std::int64_t> events{1'000'000, 10'000'000}; ///< sizes of the stores, smallest first
    int runs = 3;
    int connections = 16;
    std::int64_t batch = 1000;
    std::int64_t seedEvents = 200'000; ///< what (b) takes in at most; its rate is known by then
    int checkpointPages = 16384;       ///< wal_autocheckpoint of (a)
    QString
        keptStores; ///< a folder with the filled stores of the benches of questions; empty: made and removed
    int questions = 1000;          ///< asked of each kind in a run, at most
    int seconds = 600;             ///< of each half of the bench of the window: without events, and with them
    std::int64_t rate = 20'000;    ///< events a second that come in while the window is measured
    std::uint32_t machines = 2000; ///< that the window shows
    std::uint64_t seed = 1;

    bool wants(const QString &bench) const { return only.isEmpty() || only.contains(bench); }
};

/** linewatch-bench and linewatch-bench-window take the same command line; each knows the benches of the
 * other. */
Result<Settings> readSettings(const QStringList &arguments);

} // namespace linewatch::bench
