// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "model/ids.h"
#include "model/kpi.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace linewatch {

/** To which line a machine belongs from a moment on. */
struct LineAssignment {
    std::optional<Instant> from; ///< nothing: always, back to its first event
    LineId line;                 ///< empty: to none, the machine stands as its own line

    friend bool operator==(const LineAssignment &, const LineAssignment &) = default;
};

/** By the moment from which each counts, the earliest first; no two count from the same. */
using LineAssignments = std::vector<LineAssignment>;

/** The line that counts at @p moment; empty: none. Pure. */
LineId assignedLine(const LineAssignments &assignments, Instant moment);

/** @p assignments with @p next, in the place of what would count from then on. Pure. */
LineAssignments withAssignment(LineAssignments assignments, const LineAssignment &next);

/** What people say of a machine. What is not set is as the settings have it for every machine. */
struct RegisteredMachine {
    MachineId machineId;
    std::string name; ///< UTF-8, empty: none
    LineAssignments assignments;
    FactoryId factoryId;                                   ///< empty: not said
    std::optional<std::chrono::milliseconds> idealCycle;   ///< the shortest time that a cycle can take
    std::optional<std::int64_t> unitsPerCycle;             ///< pieces that come out of a cycle
    std::optional<std::chrono::milliseconds> silenceLimit; ///< without an event for longer, it is Silent
    std::optional<Decimal> threshold;    ///< defects an hour, 2 places: Warning from there on
    std::string notes;                   ///< UTF-8, of any number of lines
    std::optional<Instant> retiredSince; ///< it is not expected to send any more
    bool confirmed = false;              ///< false: new, nobody has said that it is one of ours

    friend bool operator==(const RegisteredMachine &, const RegisteredMachine &) = default;
};

/** What people say of a line. */
struct RegisteredLine {
    LineId lineId;
    std::string name;    ///< UTF-8, empty: none
    FactoryId factoryId; ///< empty: not said
    std::string notes;   ///< UTF-8
    bool confirmed = false;

    friend bool operator==(const RegisteredLine &, const RegisteredLine &) = default;
};

/** Who is there, as people know it: each machine and line that an event named or somebody entered. */
struct Registry {
    std::int64_t revision = 0; ///< goes up with each change that somebody makes
    std::map<MachineId, RegisteredMachine> machines;
    std::map<LineId, RegisteredLine> lines;

    /** Null: it has no such machine. */
    const RegisteredMachine *machine(const MachineId &machineId) const;
    friend bool operator==(const Registry &, const Registry &) = default;
};

/** What may be entered; both ends are allowed. */
namespace registrylimits {
inline constexpr std::size_t NameLength = 128;    // characters
inline constexpr std::size_t NotesLength = 4'000; // characters
inline constexpr std::size_t Assignments = 100;   // of one machine
inline constexpr std::chrono::milliseconds LongestCycle = std::chrono::hours{6};
inline constexpr std::int64_t MostUnits = 1'000'000; // a cycle
inline constexpr std::chrono::milliseconds ShortestSilence = std::chrono::seconds{1};
inline constexpr std::chrono::milliseconds LongestSilence = std::chrono::days{30};
inline constexpr Decimal LowestThreshold{1, 2};            // defects an hour
inline constexpr Decimal HighestThreshold{100'000'000, 2}; // defects an hour
} // namespace registrylimits

/** What is wrong with an entry, a sentence for each fault; nothing where it may be kept. Pure. */
std::vector<Sentence> faultsOf(const RegisteredMachine &machine);
std::vector<Sentence> faultsOf(const RegisteredLine &line);

} // namespace linewatch
