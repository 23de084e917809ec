// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"

#include <QString>

#include <optional>
#include <vector>

namespace linewatch::ui {

/** How machines follow each other; those of a line always stay together. */
enum class MachineOrder {
    ByName,     ///< by line, then name
    WorstFirst, ///< lines with the most warnings first; in a line Warning, Silent, No data, Healthy
    ByRate      ///< most defects an hour first; a line counts as its worst machine
};

/** How much room a tile takes. */
enum class TileDensity { Comfortable, Compact };

/** Which machines are shown. */
struct MachineFilter {
    std::optional<MachineState> state{};
    QString text{}; ///< part of the name of a machine or a line, whatever its case

    bool isActive() const { return state.has_value() || !text.isEmpty(); }
    bool accepts(const MachineSnapshot &machine) const;
    friend bool operator==(const MachineFilter &, const MachineFilter &) = default;
};

/** What the user chose for the machine grid. */
struct GridChoice {
    MachineFilter filter{};
    MachineOrder order = MachineOrder::ByName;
    TileDensity density = TileDensity::Comfortable;

    friend bool operator==(const GridChoice &, const GridChoice &) = default;
};

/** All machines in that order; those of one line next to each other. Pure. */
std::vector<const MachineSnapshot *> inOrder(const std::vector<MachineSnapshot> &machines,
                                             MachineOrder order);

} // namespace linewatch::ui
