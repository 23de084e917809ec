// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/figurefacts.h"
#include "analytics/groupfigures.h"
#include "model/settling.h"
#include "storage/eventreader.h"

#include <vector>

namespace linewatch {

/** The figures whose making can be explained. */
enum class FigureKind : std::uint8_t {
    DefectRate,       ///< known defects / hours of the window
    DefectsPercent,   ///< 100 x known defects / events
    Availability,     ///< run time / (window x machines with an event), at most 1
    Events,           ///< those that count in the window
    EventsPerMinute,  ///< events / minutes of the window
    Defects,          ///< known ones
    UnknownPercent,   ///< 100 x events that do not know their defects / events
    RunTime,          ///< sum of durations, in seconds
    ActiveMachines,   ///< with at least one event
    CycleTime,        ///< run time / events, in seconds
    DefectRateChange, ///< defect rate - defect rate of the window before
    HealthyMachines,  ///< all machines - those in any other state
    State,            ///< of one machine: no number, the first rule that fits
    LastEvent,        ///< the newest eventTime of a machine: no number
    Clock,      ///< eventTime - stamp of the event where they differ least, in seconds; above zero: ahead
    CommitTime, ///< what the newest commit took, in milliseconds
    ReadTime    ///< what the newest reading of a followed store took, in milliseconds
};

/** Whose figure it is. Both empty: the plant's. Both given: the machine's as far as it was on the line. */
struct FigureSubject {
    MachineId machineId;
    LineId lineId;

    friend bool operator==(const FigureSubject &, const FigureSubject &) = default;
};

/** Rejected events that were received in a window. They may tell of any time and count in no figure. */
struct RejectedCount {
    std::int64_t events = 0;
    bool isAtLeast = false; ///< there are more than were counted

    static constexpr int MostCounted = 1'000;
    friend bool operator==(const RejectedCount &, const RejectedCount &) = default;
};

/** A machine's share of a count. */
struct FigurePart {
    MachineId machineId;
    std::int64_t count = 0;

    friend bool operator==(const FigurePart &, const FigurePart &) = default;
};

/** How a figure came about. */
struct Explanation {
    FigureKind kind = FigureKind::DefectRate;
    FigureSubject subject;
    GroupFigures numbers;                    ///< what was put in
    std::optional<GroupFigures> before = {}; ///< the window before, where the figure is compared with it
    FigureFacts facts = {};                  ///< what was put in beside sums
    std::vector<FigurePart> parts = {};  ///< of a count, largest first; they add up to it. Empty: not known
    std::optional<Decimal> result = {};  ///< what came out; nothing: there is nothing to tell
    std::optional<int> shownPlaces = {}; ///< how many decimals it has on screen; nothing: as is usual
    std::optional<RejectedCount> rejected = {}; ///< nothing: it cannot be told, or was not asked
    Settling settling = Settling::Settled;
};

/** The figure of that kind; nothing where there is nothing to tell, or sums alone do not tell it. */
std::optional<Decimal> figureOf(FigureKind kind, const GroupFigures &numbers);

/** Explains a figure that is on screen by the very numbers that it was made of. Pure. */
Explanation explain(FigureKind kind, const FigureSubject &subject, const GroupFigures &numbers,
                    const std::optional<GroupFigures> &before = std::nullopt);

/**
 * The same where more than sums tell it, or more can be told: HealthyMachines by a StateTally, Events and
 * CycleTime beside EventFacts, Clock by a ClockWitness, CommitTime and ReadTime by IngestFacts, State by a
 * StateJudgement, LastEvent by LastEventFacts; any that sums tell beside an OtherSide. Pure.
 */
Explanation explain(FigureKind kind, const FigureSubject &subject, const GroupFigures &numbers,
                    const FigureFacts &facts);

/**
 * What machines add to a count, Events or Defects: none that add nothing, largest first, then by name. Pure.
 */
std::vector<FigurePart> partsOf(FigureKind kind, const SumsByMachine &machines);

/**
 * Rejected events of the machine, or of all of them; nothing for a line, because what was rejected is kept
 * with the name of its machine alone.
 */
Result<std::optional<RejectedCount>> countRejected(EventReader &reader, const FigureSubject &subject,
                                                   TimeWindow window);

/**
 * The same with what only the store tells: of LastEvent the event itself, of any other how many events were
 * rejected, as countRejected() does.
 */
Result<Explanation> completed(EventReader &reader, Explanation explanation);

} // namespace linewatch
