// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"

#include <chrono>
#include <vector>

namespace linewatch {

/** What can be set of a demo plant while it runs: how fast it is, and what goes wrong in it. */
struct DemoControls {
    static constexpr int SlowestSpeed = 1;
    static constexpr int HighestSpeed = 60;

    int speed = SlowestSpeed;           ///< how many times as fast as real machines; see simulation::Conduct
    bool networkCut = false;            ///< nothing is posted; what happens meanwhile comes late
    bool duplicates = false;            ///< every batch is sent twice
    MachineId clockMachine{};           ///< whose clock is wrong; empty: nobody's
    std::chrono::minutes clockError{0}; ///< how far ahead that clock is; below zero: behind
    LineId risingLine{};                ///< on which line more and more parts are defective; empty: on none

    friend bool operator==(const DemoControls &, const DemoControls &) = default;
};

/** Whom the controls can name, in the order of the plant. */
struct DemoNames {
    std::vector<MachineId> machines;
    std::vector<LineId> lines;
};

} // namespace linewatch
