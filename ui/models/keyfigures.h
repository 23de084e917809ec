// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/formats.h"
#include "ui/models/textpart.h"

#include <array>

namespace linewatch::ui {

/** How many machines are in each state, by MachineState. */
using StateCounts = std::array<int, MachineStateCount>;

StateCounts countStates(const std::vector<MachineSnapshot> &machines);

/** A figure as it stands on its card: what it is, how much, of what unit, and what to know about it. */
struct Figure {
    QString label;
    QString value;
    QString unit;
    TextParts note;

    /** The whole of it as a sentence, for those who hear it. */
    QString spoken() const;
    friend bool operator==(const Figure &, const Figure &) = default;
};

/** The strip on top of the Overview. */
struct KeyFigures {
    StateCounts states{};
    Figure machines;
    Figure events;
    Figure defects;
    Figure availability;
    Figure ingest;
};

/** Every text and number of the strip. Pure. */
KeyFigures keyFigures(const LiveSnapshot &snapshot, const Formats &formats);

} // namespace linewatch::ui
