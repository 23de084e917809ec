// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"

#include <string>
#include <vector>

namespace linewatch::simulation {

/** How a machine behaves over the hours. */
enum class Habit : std::uint8_t {
    Steady,
    Drifts,     ///< its defects grow eightfold over three hours, until maintenance sets them right
    FallsSilent ///< says nothing for 13 minutes out of every 50
};

/** What is known of a machine before it runs. */
struct MachineProfile {
    MachineId id;
    LineId line;                             ///< empty: its events never state one
    FactoryId factory;                       ///< empty: its events never state one
    std::chrono::milliseconds cycle{12'000}; ///< mean time from one event to the next
    double defectProbability = 0.0;          ///< of one event
    Habit habit = Habit::Steady;
};

/** A factory on paper. */
struct PlantLayout {
    std::vector<MachineProfile> machines;
    double unknownDefects = 0.02; ///< probability of an event that does not know its defects
    double omittedLine = 0.0;     ///< probability of an event that leaves out line and factory
    bool extremes = false;        ///< now and then the longest, the shortest and the worst event allowed
};

/**
 * A factory to test with: machines M-001 and up on lines LINE-A and up, in two factories that share their
 * lines. One machine drifts, one falls silent, a few state no line. Every name begins with @p prefix.
 */
PlantLayout makeTestPlant(int machines, int lines, const std::string &prefix);

/**
 * A factory to look at: 20 machines on four lines. Most stay below two defects an hour; one is always above,
 * one drifts there, one falls silent.
 */
PlantLayout makeDemoPlant();

/** "S42-": the prefix of every name in a run with that seed, so that runs share a store without mixing. */
std::string runPrefix(std::uint64_t seed);

} // namespace linewatch::simulation
