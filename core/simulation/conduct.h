// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"
#include "model/timewindow.h"

#include <optional>

namespace linewatch::simulation {

/** A machine whose clock is wrong by that much; below zero: behind. */
struct ClockError {
    MachineId machine;
    std::chrono::microseconds ahead{0};
};

/** A line on which more and more parts are defective, over two minutes from @p since, and then stay so. */
struct DefectRise {
    LineId line;
    Instant since;
};

/**
 * How a plant behaves for the moment.
 *
 * A plant that is ten times as fast works ten times as many cycles in the same time, each a tenth as long,
 * and events are dated when they happen: figures over any window are those of a busy plant, and no event lies
 * in the future. Parts are as much less likely defective, so that a steady machine has as many defects an
 * hour and stays in its state, while drifting machines go through their whole drift, with all its defects, in
 * a tenth of the time. Machines fall silent sooner, and stay so for as long as ever, as the program counts
 * minutes before it calls a machine silent.
 */
struct Conduct {
    double speed = 1.0;
    std::optional<ClockError> clockError;
    std::optional<DefectRise> rise;
};

} // namespace linewatch::simulation
