// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/formats.h"

#include <functional>

namespace linewatch::ui {

/** 2026-01-15, 14:12:07 in Berlin: when made snapshots are taken. */
Instant madeNow();

/** English numbers, the time of Berlin. */
Formats madeFormats();

/** What a made plant is like; the same wish gives the same snapshot. */
struct MadePlant {
    int lines = 4;
    int machinesPerLine = 10;
    std::chrono::minutes window{60};
    std::chrono::seconds step{60};
    double defectsPerMinute = 10.5;                                 ///< of the whole plant
    std::function<QString(int line)> lineName = {};                 ///< 'Press 2', 'Weld 1', ...
    std::function<QString(int line, int machine)> machineName = {}; ///< 'M-101', ...
    std::function<MachineState(int line, int machine)> state = {};  ///< mostly Healthy
    bool gapInTrend = false;                                        ///< nothing known of the first third
    unsigned seed = 1;
};

LiveSnapshot madeSnapshot(const MadePlant &plant = {});
LiveSnapshotPtr shared(LiveSnapshot snapshot);

/** A machine for tests that care about one. */
MachineSnapshot madeMachine(const char *line, const char *machine,
                            MachineState state = MachineState::Healthy);

} // namespace linewatch::ui
